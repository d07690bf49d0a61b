import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Columns of every shared entity. `rev` counts changes; `clocks` holds, for each changed field, the
 * hybrid clock of its last change, so that copies edited apart can be merged field by field;
 * `deletedHlc` is a tombstone: rows are marked, never taken away.
 */
export const entityColumns = {
  id: text('id').primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  rev: integer('rev').notNull(),
  updatedHlc: text('updated_hlc').notNull(),
  clocks: text('clocks', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  deletedHlc: text('deleted_hlc'),
};

export const releaseId = () => text('release_id').notNull();
export const flag = (name: string) => integer(name, { mode: 'boolean' });
/** Milliseconds since 1970, UTC. */
export const at = (name: string) => integer(name);

export { index, integer, sqliteTable, text };
