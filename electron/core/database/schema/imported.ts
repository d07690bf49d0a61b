import { primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FeedName, RunStatus } from '#shared/model/delivery/pipelines.ts';
import { at, entityColumns, flag, index, integer, sqliteTable, text } from './columns.ts';
import { connection } from './delivery.ts';

/** One row for each sync or file, journaled; the runs themselves are not journaled row by row. */
export const importBatch = sqliteTable('import_batch', {
  ...entityColumns,
  connectionId: text('connection_id')
    .notNull()
    .references(() => connection.id),
  source: text('source').$type<'sync' | 'file'>().notNull(),
  name: text('name').notNull(),
  asOf: at('as_of').notNull(),
  added: integer('added').notNull(),
  updated: integer('updated').notNull(),
  unchanged: integer('unchanged').notNull(),
  rejected: integer('rejected').notNull(),
  /** SHA-256 over the rows in the order they came, as storeRows writes them. */
  digest: text('digest').notNull(),
  takenBackAt: at('taken_back_at'),
  /** Batches of one import share it; null for imports that cannot be taken back. */
  importId: text('import_id'),
  /** What its rows are; one import can have batches of several kinds. */
  kind: text('kind').$type<FeedName>().notNull().default('runs'),
});

/**
 * Runs as the provider tells them, one row an attempt. Imported data: keyed by the provider's own
 * id, idempotent to import. A later attempt stands beside the earlier one.
 */
export const pipelineRun = sqliteTable(
  'pipeline_run',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    externalId: text('external_id').notNull(),
    attempt: integer('attempt').notNull(),
    number: integer('number'),
    workflow: text('workflow').notNull(),
    workflowName: text('workflow_name').notNull(),
    title: text('title').notNull(),
    status: text('status').$type<RunStatus>().notNull(),
    warnings: flag('warnings').notNull(),
    rawStatus: text('raw_status'),
    rawResult: text('raw_result'),
    commit: text('commit_id').notNull(),
    branch: text('branch'),
    event: text('event').notNull(),
    url: text('url'),
    createdAt: at('created_at'),
    startedAt: at('started_at'),
    updatedAt: at('updated_at'),
    finishedAt: at('finished_at'),
    /** The import that brought it first; null for runs of before imports could be taken back. */
    batchId: text('batch_id').references(() => importBatch.id),
  },
  (table) => [
    uniqueIndex('pipeline_run_key_idx').on(table.connectionId, table.externalId, table.attempt),
    index('pipeline_run_commit_idx').on(table.commit),
    index('pipeline_run_created_idx').on(table.createdAt),
  ],
);

/**
 * Deployments as the provider tells them: imported data, as runs are. What people planned and recorded
 * in a release is a deployment of its own (`deployment`).
 */
export const providerDeployment = sqliteTable(
  'provider_deployment',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    externalId: text('external_id').notNull(),
    attempt: integer('attempt').notNull(),
    application: text('application').notNull(),
    environment: text('environment'),
    version: text('version'),
    status: text('status').$type<RunStatus>().notNull(),
    warnings: flag('warnings').notNull(),
    rawStatus: text('raw_status'),
    rawResult: text('raw_result'),
    commit: text('commit_id').notNull(),
    branch: text('branch'),
    runId: text('run_id'),
    note: text('note').notNull(),
    url: text('url'),
    createdAt: at('created_at'),
    startedAt: at('started_at'),
    updatedAt: at('updated_at'),
    finishedAt: at('finished_at'),
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatch.id),
  },
  (table) => [
    uniqueIndex('provider_deployment_key_idx').on(
      table.connectionId,
      table.externalId,
      table.attempt,
    ),
    index('provider_deployment_place_idx').on(
      table.connectionId,
      table.environment,
      table.createdAt,
    ),
    index('provider_deployment_commit_idx').on(table.commit),
    index('provider_deployment_created_idx').on(table.createdAt),
  ],
);

/** An imported row as it was before an import changed it, so that the import can be taken back whole. */
export const importChange = sqliteTable(
  'import_change',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatch.id),
    rowId: text('row_id').notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.rowId] }),
    index('import_change_row_idx').on(table.rowId),
  ],
);
