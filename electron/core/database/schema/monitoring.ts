import { primaryKey, real } from 'drizzle-orm/sqlite-core';
import type { Comparison, MetricVerdict, WorstSample } from '#shared/model/delivery/monitoring.ts';
import { at, entityColumns, index, integer, releaseId, sqliteTable, text } from './columns.ts';
import { connection } from './delivery.ts';
import { deployment, release } from './planning.ts';
import { person, service } from './workspace.ts';

/**
 * When all alerts of a connection were read; a look that changed nothing leaves no other trace. What
 * nobody looked at is not healthy. As local as the rest of a connection's state.
 */
export const alertLook = sqliteTable(
  'alert_look',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id),
    lookedAt: at('looked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.lookedAt] })],
);

const ofConnection = () =>
  text('connection_id')
    .notNull()
    .references(() => connection.id);

/** What is asked, and what the answer has to keep. */
const asked = {
  query: text('query').notNull(),
  comparison: text('comparison').$type<Comparison>().notNull(),
  threshold: real('threshold').notNull(),
};

export const metricCheck = sqliteTable(
  'metric_check',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    connectionId: ofConnection(),
    serviceId: text('service_id').references(() => service.id),
    name: text('name').notNull(),
    ...asked,
    windowMinutes: integer('window_minutes').notNull(),
  },
  (table) => [index('metric_check_release_idx').on(table.releaseId)],
);

/** What a check found, never changed again. */
export const metricResult = sqliteTable(
  'metric_result',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    checkId: text('check_id')
      .notNull()
      .references(() => metricCheck.id),
    deploymentId: text('deployment_id').references(() => deployment.id),
    askedAt: at('asked_at').notNull(),
    askedById: text('asked_by_id').references(() => person.id),
    connectionId: ofConnection(),
    ...asked,
    fromAt: at('from_at').notNull(),
    toAt: at('to_at').notNull(),
    stepSeconds: integer('step_seconds').notNull(),
    verdict: text('verdict').$type<MetricVerdict>().notNull(),
    reason: text('reason').notNull(),
    samples: integer('samples').notNull(),
    series: integer('series').notNull(),
    worst: text('worst', { mode: 'json' }).$type<WorstSample>(),
    warnings: text('warnings', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [
    index('metric_result_release_idx').on(table.releaseId),
    index('metric_result_check_idx').on(table.checkId),
  ],
);
