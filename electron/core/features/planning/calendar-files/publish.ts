import { existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { codeOf } from '#core/database/failures.ts';
import { person, savedView, service } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Publishing } from '#core/platform.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { PublishState } from '#shared/model/planning/calendar-files.ts';
import { tableView } from '#shared/model/planning/release-table.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { publishFailure } from '#shared/rules/planning/ics/publish-failure.ts';
import { filterReleases } from '#shared/rules/planning/release-filter.ts';
import { calendarFile } from '../calendar/index.ts';
import { readWholes } from '../releases/index.ts';
import type { Outlook } from '../releases/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { fileName } from '#core/file-name.ts';

const nothingSet: Publishing = {
  folder: null,
  windows: true,
  viewId: null,
  written: null,
  failed: null,
};

/** What lies further back nobody subscribes to: the file is written again at each change. */
const daysBack = 180;
const dayMs = 86_400_000;

export function tellPublishing(context: Context): PublishState {
  const { store } = context;
  const { folder, windows, viewId, written, failed } = read(store, context);
  return {
    folder,
    windows,
    viewId,
    fileName: nameOf(store, written),
    written:
      written === null ? null : { at: iso(written.at), path: written.path, events: written.events },
    failed: failed === null ? null : { at: iso(failed.at), message: failed.message },
  };
}

/** Sets where and what, forgetting how it went before under what is no longer asked for. */
export function setPublishing(input: Parsed<'calendar.publish'>, context: Context): void {
  const { store } = context;
  const before = read(store, context);
  const folder = typeof input.folder === 'string' ? existing(input.folder) : input.folder;
  if (typeof input.viewId === 'string') requireView(store, input.viewId);
  keep(store, context, {
    folder: folder === undefined ? before.folder : folder,
    windows: input.windows ?? before.windows,
    viewId: input.viewId === undefined ? before.viewId : input.viewId,
    written: null,
    failed: null,
  });
}

/**
 * Writes the file where something changed since the last one, or that failed. Gives its path; null
 * where there was nothing to do. A failure is kept to be told, and tried again at the next change.
 */
export async function publishDue(context: Context, outlook: Outlook): Promise<string | null> {
  const store = context.session.current();
  if (store === null) return null;
  const settings = read(store, context);
  const { folder, windows, viewId, written, failed } = settings;
  const head = store.head()?.hash ?? null;
  if (folder === null) return null;
  if (failed === null && written !== null && written.head === head) return null;
  try {
    const from = context.now - daysBack * dayMs;
    const isWanted = wantedBy(store, viewId);
    const file = calendarFile(store, outlook, context.now, { span: { from }, windows, isWanted });
    const path = join(folder, nameOf(store, written));
    await replaceFile(path, file.text, store.newId());
    const made = { at: context.now, path, events: file.events, head };
    // Somebody may have chosen another folder while this one was written.
    const latest = read(store, context);
    if (latest.folder === folder) keep(store, context, { ...latest, written: made, failed: null });
    return path;
  } catch (error) {
    const message =
      error instanceof Refusal ? error.message : publishFailure(codeOf(error), folder);
    keep(store, context, { ...read(store, context), failed: { at: context.now, message } });
    throw error instanceof Refusal ? error : new Refusal('unavailable', message);
  }
}

/** In one step, beside where it goes: a calendar program reads the old file or the new one. */
async function replaceFile(path: string, text: string, mark: string): Promise<void> {
  const draft = `${path}.${mark}.new`;
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A workspace that gets another name keeps the file it had: people subscribe to an address. */
function nameOf(store: Store, written: Publishing['written']): string {
  if (written !== null) return basename(written.path);
  return fileName(readWorkspace(store).name, 'calendar', 'ics');
}

function wantedBy(
  store: Store,
  viewId: string | null,
): ((release: ReleaseSummary) => boolean) | undefined {
  if (viewId === null) return undefined;
  const view = tableView.parse(requireView(store, viewId).settings);
  const { which } = view;
  const people = namesIn(store, person);
  const services = namesIn(store, service);
  const names = {
    person: (id: string) => people.get(id) ?? '',
    service: (id: string) => services.get(id) ?? '',
  };
  const wholeOf = readWholes(store);
  return (release) => {
    const isClosed = release.phase === 'closed';
    if (which !== 'all' && isClosed !== (which === 'closed')) return false;
    return (
      filterReleases([{ ...release, ...wholeOf(release.id), start: null }], view, names).length > 0
    );
  };
}

function namesIn({ orm }: Store, table: typeof person | typeof service): Map<string, string> {
  const rows = orm.select({ id: table.id, name: table.name }).from(table).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function requireView({ orm }: Store, id: string) {
  const found = orm
    .select()
    .from(savedView)
    .where(alive(savedView, eq(savedView.id, id)))
    .get();
  if (found?.screen === 'releases' && tableView.safeParse(found.settings).success) return found;
  throw new Refusal(
    'not_found',
    'The saved view that says which releases are published is no longer there. Choose another one, or publish all releases.',
    { viewId: 'is no longer there' },
  );
}

function read(store: Store, { platform }: Context): Publishing {
  return platform.settings.read().publishing?.[store.workspaceId] ?? nothingSet;
}

function keep(store: Store, { platform }: Context, publishing: Publishing): void {
  const settings = platform.settings.read();
  platform.settings.write({
    ...settings,
    publishing: { ...settings.publishing, [store.workspaceId]: publishing },
  });
}

function existing(given: string): string {
  const folder = resolve(given);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  const message = `There is no folder ${folder}. Make it first, or choose another one.`;
  throw new Refusal('invalid_input', message, { folder: 'does not exist; make it first' });
}
