import type { Context, Handlers } from '#core/context.ts';
import { template } from '#core/database/schema/templates.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { templateChanges } from '#shared/rules/planning/templates/template-changes.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { listTemplates, requireNumber, requireTemplate, versionsOf, viewTemplate } from './rows.ts';
import { saveTemplate } from './save.ts';

type Names =
  'templates.list' | 'templates.get' | 'templates.compare' | 'templates.save' | 'templates.remove';

export const templates: Handlers<Names> = {
  'templates.list': (_input, { store }) => listTemplates(store),

  'templates.get': ({ id, number }, { store }) => viewTemplate(store, id, number),

  'templates.compare': ({ id, from, to }, { store }) => {
    const { name } = requireTemplate(store, id);
    const versions = versionsOf(store, id);
    const roles = new Map(listRoles(store).map((role) => [role.key, role.name]));
    return templateChanges(
      requireNumber(versions, from, name).content,
      requireNumber(versions, to, name).content,
      (key) => roles.get(key) ?? key,
    );
  },

  'templates.save': (input, context) => viewTemplate(context.store, saveTemplate(input, context)),

  'templates.remove': ({ id }, context) => removeTemplate(id, context),
};

function removeTemplate(id: string, context: Context): Output<'templates.remove'> {
  const { store } = context;
  const name = context.transact((write) => {
    const row = write.find(template, id);
    write.remove(template, id);
    return row.name;
  });
  return { id, name, ...madeFrom(store, id) };
}

function madeFrom({ raw }: Store, id: string): { releases: number; openReleases: number } {
  const counts = raw
    .prepare<[string], { releases: number; openReleases: number }>(
      `SELECT COUNT(*) AS releases, COALESCE(SUM(r.phase <> 'closed'), 0) AS openReleases
       FROM release r JOIN template_version v ON v.id = r.template_version_id
       WHERE v.template_id = ? AND r.deleted_hlc IS NULL`,
    )
    .get(id);
  return counts ?? { releases: 0, openReleases: 0 };
}
