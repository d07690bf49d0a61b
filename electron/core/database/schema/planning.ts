import type {
  DeploymentResult,
  Outcome,
  Phase,
  ReleaseType,
  ScopeItem,
} from '#shared/model/planning/releases.ts';
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
import { environment, person, service } from './workspace.ts';

export const release = sqliteTable(
  'release',
  {
    ...entityColumns,
    number: integer('number').notNull(),
    name: text('name').notNull(),
    type: text('type').$type<ReleaseType>().notNull(),
    phase: text('phase').$type<Phase>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => person.id),
    requesterId: text('requester_id')
      .notNull()
      .references(() => person.id),
    notes: text('notes').notNull(),
    changeNumber: text('change_number').notNull(),
    dataMigration: flag('data_migration').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('release_phase_idx').on(table.phase)],
);

const ofRelease = () => releaseId().references(() => release.id);

export const releasePhase = sqliteTable(
  'release_phase',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    phase: text('phase').$type<Phase>().notNull(),
    plannedOn: text('planned_on'),
    enteredAt: at('entered_at'),
  },
  (table) => [index('release_phase_release_idx').on(table.releaseId)],
);

export const releaseRole = sqliteTable(
  'release_role',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    roleKey: text('role_key').notNull(),
    personId: text('person_id').references(() => person.id),
  },
  (table) => [index('release_role_release_idx').on(table.releaseId)],
);

export const component = sqliteTable(
  'component',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
    version: text('version').notNull(),
    commit: text('commit_id'),
    artefact: text('artefact'),
  },
  (table) => [index('component_release_idx').on(table.releaseId)],
);

export const deployment = sqliteTable(
  'deployment',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id),
    region: text('region').notNull(),
    startAt: at('start_at').notNull(),
    zone: text('zone').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    actualStartAt: at('actual_start_at'),
    actualEndAt: at('actual_end_at'),
    result: text('result').$type<DeploymentResult>(),
  },
  (table) => [
    index('deployment_release_idx').on(table.releaseId, table.startAt),
    index('deployment_start_idx').on(table.startAt),
  ],
);

export const scopeItem = sqliteTable(
  'scope_item',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    kind: text('kind').$type<ScopeItem['kind']>().notNull(),
    title: text('title').notNull(),
    ticket: text('ticket').notNull(),
    note: text('note').notNull(),
    order: text('position').notNull(),
  },
  (table) => [index('scope_item_release_idx').on(table.releaseId)],
);

export const rollbackPlan = sqliteTable(
  'rollback_plan',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    steps: text('steps').notNull(),
    durationMinutes: integer('duration_minutes'),
    pointOfNoReturn: text('point_of_no_return').notNull(),
    rehearsedOn: text('rehearsed_on'),
    rehearsalResult: text('rehearsal_result').notNull(),
  },
  (table) => [index('rollback_plan_release_idx').on(table.releaseId)],
);
