import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What search finds, one row a thing; derived from the rows of people's work, never the source. */
export const searchDocument = sqliteTable(
  'search_document',
  {
    number: integer('number').primaryKey(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    releaseId: text('release_id'),
    title: text('title').notNull(),
    body: text('body').notNull(),
  },
  (table) => [uniqueIndex('search_document_entity_idx').on(table.entityId, table.entity)],
);
