import type { Context, Handlers } from '#core/context.ts';
import {
  checklistTemplate,
  checklistTemplateVersion,
} from '#core/database/schema/checklist-templates.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { person } from '#core/database/schema/workspace.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { checklistContent } from '#shared/model/governance/checklist-templates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import {
  checkChecklistTemplate,
  checklistChanges,
} from '#shared/rules/governance/checklist-templates.ts';
import { problemsInWords } from '#shared/rules/planning/templates/own-templates.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { listTemplates, requireNumber, requireTemplate, versionsOf, viewTemplate } from './rows.ts';

type Names =
  | 'checklists.templates'
  | 'checklists.template'
  | 'checklists.compareTemplate'
  | 'checklists.publishTemplate'
  | 'checklists.removeTemplate';

export const checklistTemplates: Handlers<Names> = {
  'checklists.templates': (_input, { store }) => listTemplates(store),

  'checklists.template': ({ id, number }, { store }) => viewTemplate(store, id, number),

  'checklists.compareTemplate': ({ id, from, to }, { store }) => {
    const { name } = requireTemplate(store, id);
    const versions = versionsOf(store, id);
    const roles = new Map(listRoles(store).map((role) => [role.key, role.name]));
    return checklistChanges(
      requireNumber(versions, from, name).content,
      requireNumber(versions, to, name).content,
      (key) => roles.get(key) ?? key,
    );
  },

  'checklists.publishTemplate': (input, context) =>
    viewTemplate(context.store, publish(input, context)),

  'checklists.removeTemplate': ({ id }, context) =>
    context.transact((write) => {
      const { name } = write.find(checklistTemplate, id);
      write.remove(checklistTemplate, id);
      return { id, name };
    }),
};

/** Adds the next version, or the first of a new template; gives the template's id. */
function publish(input: Parsed<'checklists.publishTemplate'>, context: Context): string {
  const { store } = context;
  const byId = context.requireActor();
  const { name, about, note } = input;
  refuseProblems(input, context);
  const content = checklistContent.parse(input.content);
  const row = input.id === undefined ? null : requireTemplate(store, input.id);
  if (row !== null && row.deletedHlc !== null) {
    throw new Refusal(
      'precondition_failed',
      `“${row.name}” was removed, so it gets no further version. Undo its removal, or copy it into a new template.`,
    );
  }
  const newest = row === null ? undefined : versionsOf(store, row.id)[0];
  if (newest !== undefined && input.rev !== undefined && input.rev !== newest.number) {
    const who = rowOf(store, person, newest.byId)?.name ?? 'Somebody';
    throw new Refusal(
      'conflict',
      `${who} published version ${newest.number} while you edited version ${input.rev}. Nothing was published: look at what changed, then publish yours as the next version or take theirs.`,
    );
  }
  return context.transact((write) => {
    const id = row?.id ?? write.insert(checklistTemplate, { name, about }).id;
    if (row !== null) write.update(checklistTemplate, id, { name, about });
    // A publication that changes nothing is no version.
    if (JSON.stringify(content) === JSON.stringify(newest?.content)) return id;
    const number = (newest?.number ?? 0) + 1;
    const values = { templateId: id, number, content, note, at: write.now, byId };
    write.insert(checklistTemplateVersion, values);
    return id;
  });
}

function refuseProblems(
  { name, about, content }: Parsed<'checklists.publishTemplate'>,
  { store }: Context,
): void {
  const roles = listRoles(store).map(({ key }) => key);
  const problems = checkChecklistTemplate({ name, about, content }, roles);
  if (problems.length === 0) return;
  const fields: FieldMessages = {};
  for (const { path, message } of problems) fields[path] ??= message;
  throw new Refusal('invalid_input', `${problemsInWords(problems)} Nothing was published.`, fields);
}
