import { primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at, index, integer, sqliteTable, text } from './columns.ts';

/**
 * What changed, by whom and in which order; the audit trail, the source of history and undo, and
 * what copies of a workspace will exchange. Each device has a chain of its own: `hash` covers
 * `prevHash` and the row, so chains merge without being rewritten.
 */
export const journal = sqliteTable(
  'change_journal',
  {
    changeId: text('change_id').primaryKey(),
    deviceId: text('device_id').notNull(),
    deviceSeq: integer('device_seq').notNull(),
    hlc: text('hlc').notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id'),
    /** Entries of one command share it: they were written, and are undone, together. */
    commandId: text('command_id').notNull(),
    /** The procedure; `edits.undo` and `edits.redo` with the id of the command they are about. */
    command: text('command').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    /** The release the entity belongs to, null for people, services and the like. */
    releaseId: text('release_id'),
    op: text('op').$type<'insert' | 'update' | 'delete'>().notNull(),
    /** `{ field: [old, new] }` as JSON text; the hash covers this text as it stands. */
    fields: text('fields_json').notNull(),
    baseRev: integer('base_rev').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    origin: text('origin').$type<'local' | 'remote'>().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('change_journal_chain_idx').on(table.deviceId, table.deviceSeq),
    index('change_journal_entity_idx').on(table.entityId, table.baseRev),
    index('change_journal_release_idx').on(table.releaseId, table.hlc),
  ],
);

/** Facts about the file itself: the device that writes it and the machine it was on. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** For a shared hub: how far each peer has been read and told. */
export const syncState = sqliteTable('sync_state', {
  peer: text('peer').primaryKey(),
  lastPulled: text('last_pulled'),
  lastPushed: text('last_pushed'),
});

/** For a shared hub: changes of others that were applied, so that none is applied twice. */
export const inboxApplied = sqliteTable(
  'inbox_applied',
  { changeId: text('change_id').notNull(), appliedAt: at('applied_at').notNull() },
  (table) => [primaryKey({ columns: [table.changeId] })],
);
