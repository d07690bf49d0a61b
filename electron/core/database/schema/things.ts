import { uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { at, flag, index, integer, sqliteTable, text } from './columns.ts';
import { connection } from './delivery.ts';
import { importBatch } from './imported.ts';

/** Imported data that is as it is now, one row a thing, and can go. */

const keys = {
  id: text('id').primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  connectionId: text('connection_id')
    .notNull()
    .references(() => connection.id),
  externalId: text('external_id').notNull(),
};

const told = {
  status: text('status').$type<RunStatus>().notNull(),
  warnings: flag('warnings').notNull(),
  rawStatus: text('raw_status'),
  rawResult: text('raw_result'),
};

/** Since when a whole reading does not show it any more; null while it does. */
const goneAt = { goneAt: at('gone_at') };

const batch = {
  batchId: text('batch_id')
    .notNull()
    .references(() => importBatch.id),
};

const texts = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull();

/** Where something that runs stands: an application of Argo CD, a workload of Kubernetes. */
export const rollout = sqliteTable(
  'rollout',
  {
    ...keys,
    objectKind: text('object_kind').notNull(),
    name: text('name').notNull(),
    namespace: text('namespace').notNull(),
    environment: text('environment'),
    revision: text('revision'),
    images: texts('images'),
    ...told,
    note: text('note').notNull(),
    url: text('url'),
    updatedAt: at('updated_at'),
    ...goneAt,
    ...batch,
  },
  (table) => [
    uniqueIndex('rollout_key_idx').on(table.connectionId, table.externalId),
    index('rollout_place_idx').on(table.connectionId, table.environment),
  ],
);

/** A version in a repository of artefacts. */
export const artefact = sqliteTable(
  'artefact',
  {
    ...keys,
    repository: text('repository').notNull(),
    name: text('name').notNull(),
    version: text('version').notNull(),
    digest: text('digest'),
    publishedAt: at('published_at'),
    /** Bytes. */
    size: integer('size'),
    url: text('url'),
    ...goneAt,
    ...batch,
  },
  (table) => [
    uniqueIndex('artefact_key_idx').on(table.connectionId, table.externalId),
    index('artefact_version_idx').on(table.name, table.version),
    index('artefact_digest_idx').on(table.digest),
    index('artefact_published_idx').on(table.publishedAt),
  ],
);

/** An issue of a tracker. What a release takes of it is a scope item of its own. */
export const ticket = sqliteTable(
  'ticket',
  {
    ...keys,
    key: text('key').notNull(),
    title: text('title').notNull(),
    type: text('type').notNull(),
    priority: text('priority'),
    assignee: text('assignee'),
    labels: texts('labels'),
    releases: texts('releases'),
    ...told,
    url: text('url'),
    createdAt: at('created_at'),
    startedAt: at('started_at'),
    updatedAt: at('updated_at'),
    finishedAt: at('finished_at'),
    ...goneAt,
    ...batch,
  },
  (table) => [
    uniqueIndex('ticket_row_key_idx').on(table.connectionId, table.externalId),
    index('ticket_key_idx').on(table.key),
    index('ticket_updated_idx').on(table.updatedAt),
  ],
);

/** An alert as its system last told it, a row each time it fires. */
export const alert = sqliteTable(
  'alert',
  {
    ...keys,
    name: text('name').notNull(),
    labels: text('labels', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    note: text('note').notNull(),
    ...told,
    url: text('url'),
    startedAt: at('started_at'),
    updatedAt: at('updated_at'),
    finishedAt: at('finished_at'),
    ...goneAt,
    ...batch,
    /** When it began to fire, milliseconds since 1970; 0 where that is not told. */
    occurrence: integer('occurrence').notNull().default(0),
  },
  (table) => [
    uniqueIndex('alert_key_idx').on(table.connectionId, table.externalId, table.occurrence),
    index('alert_started_idx').on(table.startedAt),
  ],
);
