import type { ChecklistContent } from '#shared/model/governance/checklist-templates.ts';
import { at, entityColumns, index, integer, sqliteTable, text } from './columns.ts';
import { person } from './workspace.ts';

/** A checklist template of the workspace's own; what is in it is in its versions. */
export const checklistTemplate = sqliteTable('checklist_template', {
  ...entityColumns,
  name: text('name').notNull(),
  about: text('about').notNull(),
});

/** As it was saved: added, never changed, so that a list can say what it came from. */
export const checklistTemplateVersion = sqliteTable(
  'checklist_template_version',
  {
    ...entityColumns,
    templateId: text('template_id')
      .notNull()
      .references(() => checklistTemplate.id),
    number: integer('number').notNull(),
    content: text('content', { mode: 'json' }).$type<ChecklistContent>().notNull(),
    note: text('note').notNull(),
    at: at('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => person.id),
  },
  (table) => [index('checklist_template_version_template_idx').on(table.templateId)],
);
