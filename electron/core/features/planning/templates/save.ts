import type { Context } from '#core/context.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import type { PartTable } from '#core/database/plain-rows.ts';
import { checklistItem, gate } from '#core/database/schema/governance.ts';
import { release, releasePhase, releaseRole } from '#core/database/schema/planning.ts';
import { person } from '#core/database/schema/workspace.ts';
import { template, templateVersion } from '#core/database/schema/templates.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import type { ReleaseTemplate, TemplateDraft } from '#shared/model/planning/templates.ts';
import {
  checkTemplate,
  contentOf,
  problemsInWords,
  templateOfDraft,
} from '#shared/rules/planning/templates/own-templates.ts';
import { templateOfRelease } from '#shared/rules/planning/templates/template-of-release.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { requireTemplate, templateBehind, versionsOf } from './rows.ts';
import type { VersionRow } from './rows.ts';
import { templateOf } from './shipped.ts';

type Input = Parsed<'templates.save'>;

/** Makes a template, or adds the next version to one; gives its id. */
export function saveTemplate(input: Input, context: Context): string {
  const { store } = context;
  const byId = context.requireActor();
  if (input.id !== undefined) return addVersion(input.id, input, context, byId);
  const { content, about, note } = startOf(input, store);
  const wanted = checked(content, { name: input.name, about }, store);
  return context.transact((write) => {
    const { id } = write.insert(template, { name: wanted.name, about: wanted.about });
    insertVersion(write, id, 1, wanted, input.note || note, byId);
    return id;
  });
}

function addVersion(id: string, input: Input, context: Context, byId: string): string {
  const { store } = context;
  const row = requireTemplate(store, id);
  if (row.deletedHlc !== null) {
    throw new Refusal(
      'precondition_failed',
      `“${row.name}” was removed, so it gets no further version. Undo its removal, or save a new template.`,
    );
  }
  const [newest] = versionsOf(store, id);
  if (newest === undefined) throw new Error(`${row.name} has no version`);
  refuseSavedSince(newest, input.rev, store);
  const content = input.content ?? contentOf(newest.content);
  const wanted = checked(content, { name: input.name, about: input.about }, store);
  return context.transact((write) => {
    // A save that changes nothing is no version.
    if (JSON.stringify(wanted) === JSON.stringify(newest.content)) return id;
    write.update(template, id, { name: wanted.name, about: wanted.about });
    insertVersion(write, id, newest.number + 1, wanted, input.note, byId);
    return id;
  });
}

function insertVersion(
  write: Write,
  templateId: string,
  number: number,
  content: ReleaseTemplate,
  note: string,
  byId: string,
): void {
  write.insert(templateVersion, { templateId, number, content, note, at: write.now, byId });
}

function refuseSavedSince({ number, byId }: VersionRow, rev: number | undefined, store: Store) {
  if (rev === undefined || rev === number) return;
  const who = rowOf(store, person, byId)?.name ?? 'Somebody';
  throw new Refusal(
    'conflict',
    `${who} saved version ${number} while you edited version ${rev}. Nothing was saved: look at what changed, then save yours as the next version or take theirs.`,
  );
}

type Start = { content: TemplateDraft; about: string; note: string };

/** What a new template begins with. */
function startOf({ fromReleaseId, copyOf, about, content }: Input, store: Store): Start {
  if (fromReleaseId !== undefined) {
    const row = rowOf(store, release, fromReleaseId);
    if (row === null) {
      const message = `There is no release with the id ${fromReleaseId}.`;
      throw new Refusal('not_found', `${message} Open one from the list.`);
    }
    const note = `From ${row.name}`;
    const parts = <T extends PartTable>(table: T, order: 'id' | 'order' = 'id') =>
      partsOf(store, table, [fromReleaseId], order)(fromReleaseId);
    const shape = {
      type: row.type,
      phases: parts(releasePhase),
      roles: parts(releaseRole),
      gates: parts(gate, 'order'),
      checklist: parts(checklistItem, 'order'),
    };
    const made = templateOfRelease(shape, templateBehind(store, row));
    return { content: made, about: about || `Like ${row.name}.`, note };
  }
  if (copyOf !== undefined) {
    const shipped = templateOf(copyOf);
    const note = `From the template “${shipped.name}”`;
    return { content: content ?? contentOf(shipped), about: about || shipped.about, note };
  }
  throw new Refusal(
    'invalid_input',
    'A new template begins with something: give fromReleaseId for a release or copyOf for one of the program’s own, or the id of the template to change.',
  );
}

/** The template as it can be stored, or all that is wrong with it, by its place. */
function checked(
  draft: TemplateDraft,
  called: { name: string; about: string },
  store: Store,
): ReleaseTemplate {
  const roles = listRoles(store).map(({ key }) => key);
  const problems = checkTemplate(draft, roles);
  const fields: FieldMessages = {};
  for (const { path, message } of problems) fields[`content.${path}`] ??= message;
  if (called.about === '') fields['about'] = 'is empty; say what releases it is for';
  if (Object.keys(fields).length === 0) return templateOfDraft(draft, called);
  const about =
    called.about === '' ? [{ path: 'about', where: 'About', message: fields['about'] ?? '' }] : [];
  throw new Refusal(
    'invalid_input',
    `${problemsInWords([...about, ...problems])} Nothing was saved.`,
    fields,
  );
}
