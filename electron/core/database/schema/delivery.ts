import { primaryKey } from 'drizzle-orm/sqlite-core';
import type { Landing } from '#shared/model/delivery/git.ts';
import type { Severity } from '#shared/model/delivery/incidents.ts';
import type {
  EnvironmentMapping,
  FeedName,
  ImportWarning,
  Provider,
  ServiceMapping,
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
  /** What deployments, roll-outs and artefacts are called there, and which service that is. */
  services: text('services', { mode: 'json' }).$type<ServiceMapping[]>().notNull().default([]),
  /** How often it is synced by itself; null: only when somebody asks. */
  everyMinutes: integer('every_minutes'),
  /** Also when somebody comes back to the window. */
  onFocus: flag('on_focus').notNull().default(false),
  /** PEM certificates of the authority its server is trusted by, beside those this machine trusts. */
  ca: text('ca'),
  /** `http://host:port`; null goes straight there. */
  proxy: text('proxy'),
});

/** How far a connection has come on this copy of the workspace; local, neither journaled nor shared. */
export const connectionState = sqliteTable('connection_state', {
  connectionId: text('connection_id')
    .primaryKey()
    .references(() => connection.id),
  lastSuccessAt: at('last_success_at'),
  lastTriedAt: at('last_tried_at'),
  lastError: text('last_error'),
  rateLimitedUntil: at('rate_limited_until'),
  added: integer('added'),
  updated: integer('updated'),
  unchanged: integer('unchanged'),
  rejected: integer('rejected'),
  warnings: text('warnings', { mode: 'json' }).$type<ImportWarning[]>(),
  /** When it is synced by itself next; null where it is not, or not yet. */
  nextSyncAt: at('next_sync_at'),
});

/**
 * How far each feed of a connection was read whole: one can be refused where another is not. The next
 * sync starts there less an overlap. As local as the rest of a connection's state.
 */
export const feedState = sqliteTable(
  'feed_state',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    feed: text('feed').$type<FeedName>().notNull(),
    watermarkAt: at('watermark_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.feed] })],
);

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

/** A fix version or milestone of a tracker that a release is made of: what joins or leaves it is told. */
export const followedVersion = sqliteTable(
  'followed_version',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    name: text('name').notNull(),
  },
  (table) => [index('followed_version_release_idx').on(table.releaseId)],
);
