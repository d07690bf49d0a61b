import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context, Handlers } from '#core/context.ts';
import { backUp } from '#core/database/backup.ts';
import { inWords } from '#core/database/failures.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { BackupSchedule } from '#core/platform.ts';
import type { Output } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { isBackupDue, nextBackup, tooMany } from '#shared/rules/workspace/backup-schedule.ts';
import { backupPath } from '../workspace/index.ts';

const nothingSet: BackupSchedule = {
  every: 'never',
  keep: 7,
  folder: null,
  made: [],
  failed: null,
};

export const backups: Handlers<'backups.schedule' | 'backups.setSchedule' | 'backups.makeDue'> = {
  'backups.schedule': (_input, context) => tell(context.store, context),

  'backups.setSchedule': (input, context) => {
    const { store } = context;
    const folder = typeof input.folder === 'string' ? existing(input.folder) : input.folder;
    const before = read(store, context);
    keep(store, context, {
      ...before,
      every: input.every ?? before.every,
      keep: input.keep ?? before.keep,
      folder: folder === undefined ? before.folder : folder,
      // What failed, failed under what is no longer asked for.
      failed: null,
    });
    return tell(store, context);
  },

  'backups.makeDue': async (_input, context) => {
    const store = context.session.current();
    return { path: store === null ? null : await makeDue(store, context) };
  },
};

async function makeDue(store: Store, context: Context): Promise<string | null> {
  const schedule = read(store, context);
  const { now } = context;
  const head = store.head()?.hash ?? null;
  if (!isBackupDue(schedule.every, schedule.made, { now, head })) return null;
  try {
    const path = join(folderOf(store, schedule), basename(backupPath(store.path, now)));
    // Its own folder only: one that was chosen and is gone is a disk that is not there.
    if (schedule.folder === null) mkdirSync(dirname(path), { recursive: true });
    const bytes = await backUp(store.raw, path);
    // Read again: somebody may have changed the schedule while the copy was written.
    const latest = read(store, context);
    const made = [{ path, at: now, bytes, head }, ...latest.made];
    const old = tooMany(made, latest.keep);
    for (const each of old) rmSync(each.path, { force: true });
    keep(store, context, {
      ...latest,
      failed: null,
      made: made.filter((one) => !old.includes(one)),
    });
    return path;
  } catch (error) {
    const told = inWords(error, folderOf(store, schedule));
    const message = told instanceof Error ? told.message : String(told);
    keep(store, context, { ...read(store, context), failed: { at: now, message } });
    throw told;
  }
}

function tell(store: Store, context: Context): Output<'backups.schedule'> {
  const schedule = read(store, context);
  const next = nextBackup(schedule.every, schedule.made, context.now);
  return {
    every: schedule.every,
    keep: schedule.keep,
    folder: folderOf(store, schedule),
    kept: schedule.made.map(({ path, at, bytes }) => ({ path, at: iso(at), bytes })),
    nextAt: next === null ? null : iso(next),
    failed:
      schedule.failed === null
        ? null
        : { at: iso(schedule.failed.at), message: schedule.failed.message },
  };
}

/** `Payments backups` beside `Payments.slipway`, unless another folder is chosen. */
function folderOf(store: Store, { folder }: BackupSchedule): string {
  return folder ?? join(dirname(store.path), `${basename(store.path, '.slipway')} backups`);
}

/** Files that were taken away by hand are no longer kept. */
function read(store: Store, { platform }: Context): BackupSchedule {
  const found = platform.settings.read().backups?.[store.workspaceId] ?? nothingSet;
  return { ...found, made: found.made.filter(({ path }) => existsSync(path)) };
}

function keep(store: Store, { platform }: Context, schedule: BackupSchedule): void {
  const settings = platform.settings.read();
  platform.settings.write({
    ...settings,
    backups: { ...settings.backups, [store.workspaceId]: schedule },
  });
}

function existing(given: string): string {
  const folder = resolve(given);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  const message = `There is no folder ${folder}. Make it first, or choose another one.`;
  throw new Refusal('invalid_input', message, { folder: 'does not exist; make it first' });
}
