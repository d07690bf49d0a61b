import type { ReleaseTemplate } from '#shared/model/planning/templates.ts';
import { at, entityColumns, index, integer, sqliteTable, text } from './columns.ts';
import { person } from './workspace.ts';

/** A template of the workspace's own; what is in it is in its versions. */
export const template = sqliteTable('template', {
  ...entityColumns,
  name: text('name').notNull(),
  about: text('about').notNull(),
});

/** A template as it was saved: added, never changed, so that a release can say what it came from. */
export const templateVersion = sqliteTable(
  'template_version',
  {
    ...entityColumns,
    templateId: text('template_id')
      .notNull()
      .references(() => template.id),
    number: integer('number').notNull(),
    content: text('content', { mode: 'json' }).$type<ReleaseTemplate>().notNull(),
    note: text('note').notNull(),
    at: at('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => person.id),
  },
  (table) => [index('template_version_template_idx').on(table.templateId)],
);
