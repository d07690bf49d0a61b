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
