import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { GateView } from '#shared/model/governance/gates.ts';
import type {
  DeploymentResult,
  Outcome,
  Phase,
  ReleaseType,
} from '#shared/model/planning/releases.ts';
import type { Alternative } from '#shared/model/planning/rollback.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
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
import { templateVersion } from './templates.ts';
import { releaseTrain } from './trains.ts';
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
    changeUrl: text('change_url').notNull().default(''),
    /** Null while it is not on hold. */
    holdReason: text('hold_reason'),
    /** Why it was cancelled, or what is to be said about its end. */
    endReason: text('end_reason').notNull().default(''),
    copiedFromId: text('copied_from_id').references((): AnySQLiteColumn => release.id),
    templateVersionId: text('template_version_id').references(() => templateVersion.id),
    /** The release it is a part of. */
    parentId: text('parent_id').references((): AnySQLiteColumn => release.id),
    /** The train it departs with, and the date of the cadence it was made for. */
    trainId: text('train_id').references((): AnySQLiteColumn => releaseTrain.id),
    trainOn: text('train_on'),
    /** A change of a pre-authorised model: well known, of low risk, done before. */
    standardChange: flag('standard_change').notNull().default(false),
  },
  (table) => [
    index('release_phase_idx').on(table.phase),
    index('release_parent_idx').on(table.parentId),
    index('release_train_idx').on(table.trainId),
  ],
);

const ofRelease = () => releaseId().references(() => release.id);
const byPerson = () =>
  text('by_id')
    .notNull()
    .references(() => person.id);

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
    note: text('note').notNull().default(''),
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
    priority: text('priority').$type<ScopeItem['priority']>().notNull().default('should'),
    status: text('status').$type<ScopeItem['status']>().notNull().default('open'),
    ownerId: text('owner_id').references(() => person.id),
    /** A date, as people remember ideas. */
    ideaAt: text('idea_on'),
    /** Empty unless it was dropped. */
    dropReason: text('drop_reason').notNull().default(''),
    /** Why it came after the scope freeze of its release; empty where it did not. */
    lateReason: text('late_reason').notNull().default(''),
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
    alternatives: text('alternatives', { mode: 'json' })
      .$type<Alternative[]>()
      .notNull()
      .default([]),
  },
  (table) => [index('rollback_plan_release_idx').on(table.releaseId)],
);

/** A start that was moved, with the reason: added, never changed, so that drift can be told. */
export const postponement = sqliteTable(
  'postponement',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    at: at('at').notNull(),
    byId: byPerson(),
    fromAt: at('from_at').notNull(),
    toAt: at('to_at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('postponement_release_idx').on(table.releaseId)],
);

/** A phase that was left, with its gates as they were then. */
export const phasePassage = sqliteTable(
  'phase_passage',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    phase: text('phase').$type<Phase>().notNull(),
    at: at('at').notNull(),
    byId: byPerson(),
    gates: text('gates', { mode: 'json' }).$type<GateView[]>().notNull(),
  },
  (table) => [index('phase_passage_release_idx').on(table.releaseId)],
);
