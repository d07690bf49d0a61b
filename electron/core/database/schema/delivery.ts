import { uniqueIndex, primaryKey } from 'drizzle-orm/sqlite-core';
import type { Landing } from '#shared/model/delivery/git.ts';
import type { Severity } from '#shared/model/delivery/incidents.ts';
import type {
  EnvironmentMapping,
  ImportWarning,
  Provider,
  RunStatus,
  WorkflowMapping,
} from '#shared/model/delivery/pipelines.ts';
import {
  at,
  entityColumns,
  flag,
  index,
  integer,
  releaseId,
  sqliteTable,
  text,
} from './columns.ts';
import { deployment, release, scopeItem } from './planning.ts';
import { service } from './workspace.ts';

export const connection = sqliteTable('connection', {
  ...entityColumns,
  provider: text('provider').$type<Provider>().notNull(),
  name: text('name').notNull(),
  baseUrl: text('base_url').notNull(),
  repository: text('repository').notNull(),
  workflows: text('workflows', { mode: 'json' }).$type<WorkflowMapping[]>().notNull(),
  environments: text('environments', { mode: 'json' })
    .$type<EnvironmentMapping[]>()
    .notNull()
    .default([]),
});

export type ImportedKind = 'runs' | 'deployments';

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
  /** What its rows are; one import can have batches of both. */
  kind: text('kind').$type<ImportedKind>().notNull().default('runs'),
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

/** A run or deployment as it was before an import changed it, so that the import can be taken back whole. */
export const importChange = sqliteTable(
  'import_change',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatch.id),
    rowId: text('row_id').notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowId] })],
);

/** How far a connection has come on this copy of the workspace; local, neither journaled nor shared. */
export const connectionState = sqliteTable('connection_state', {
  connectionId: text('connection_id')
    .primaryKey()
    .references(() => connection.id),
  /** Runs created before it are complete; the next sync starts there less an overlap. */
  watermarkAt: at('watermark_at'),
  lastSuccessAt: at('last_success_at'),
  lastTriedAt: at('last_tried_at'),
  lastError: text('last_error'),
  rateLimitedUntil: at('rate_limited_until'),
  added: integer('added'),
  updated: integer('updated'),
  unchanged: integer('unchanged'),
  rejected: integer('rejected'),
  warnings: text('warnings', { mode: 'json' }).$type<ImportWarning[]>(),
  /** As `watermarkAt`, of deployments: they can be refused where runs are not. */
  deploymentsWatermarkAt: at('deployments_watermark_at'),
});

export const etag = sqliteTable(
  'etag',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    url: text('url').notNull(),
    etag: text('etag').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.url] })],
);

export const incident = sqliteTable(
  'incident',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    deploymentId: text('deployment_id').references(() => deployment.id),
    title: text('title').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    detectedAt: at('detected_at').notNull(),
    resolvedAt: at('resolved_at'),
    note: text('note').notNull(),
  },
  (table) => [index('incident_release_idx').on(table.releaseId)],
);

/** What a release brings of a service, one row a landing. A commit stands once in a release. */
export const change = sqliteTable(
  'change',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    serviceId: text('service_id').references(() => service.id),
    /** The item it was taken with; null where that is not known. */
    scopeItemId: text('scope_item_id').references(() => scopeItem.id),
    commit: text('commit_id').notNull(),
    title: text('title').notNull(),
    tickets: text('tickets', { mode: 'json' }).$type<string[]>().notNull(),
    pull: text('pull').notNull(),
    landed: text('landed').$type<Landing>().notNull(),
    commits: integer('commits').notNull(),
    authoredAt: at('authored_at').notNull(),
    committedAt: at('committed_at').notNull(),
    firstCommitAt: at('first_commit_at').notNull(),
  },
  (table) => [
    index('change_release_idx').on(table.releaseId),
    index('change_commit_idx').on(table.commit),
    index('change_item_idx').on(table.scopeItemId),
  ],
);
