import { real } from 'drizzle-orm/sqlite-core';
import type { Absence } from '#shared/model/planning/bookings.ts';
import type { WindowKind } from '#shared/model/planning/windows.ts';
import { at, entityColumns, flag, index, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { environment, person } from './workspace.ts';

const personId = (name: string) => text(name).references(() => person.id);
const texts = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull();

/** Wall-clock times of `zone`: a freeze from 17:00 stays at 17:00 when clocks change. */
export const window = sqliteTable('window', {
  ...entityColumns,
  kind: text('kind').$type<WindowKind>().notNull(),
  name: text('name').notNull(),
  note: text('note').notNull(),
  zone: text('zone').notNull(),
  startWall: text('start_wall').notNull(),
  endWall: text('end_wall').notNull(),
  /** An RRULE without its start; empty for what happens once. */
  recurrence: text('recurrence').notNull(),
  /** Of these three an empty list means all. */
  serviceIds: texts('service_ids'),
  environmentIds: texts('environment_ids'),
  regions: texts('regions'),
  /** Who may grant an emergency exception to a hard freeze. */
  authorityId: personId('authority_id'),
  /** Under which a calendar file knows it. */
  uid: text('uid').notNull(),
});

/** What differs in one occurrence of a window. */
export const windowChange = sqliteTable(
  'window_change',
  {
    ...entityColumns,
    windowId: text('window_id')
      .notNull()
      .references(() => window.id),
    /** The start it has by the recurrence. */
    originalWall: text('original_wall').notNull(),
    skipped: flag('skipped').notNull(),
    startWall: text('start_wall'),
    endWall: text('end_wall'),
    note: text('note').notNull(),
  },
  (table) => [index('window_change_window_idx').on(table.windowId)],
);

/** An environment that somebody needs for a time. */
export const booking = sqliteTable(
  'booking',
  {
    ...entityColumns,
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id),
    releaseId: text('release_id').references(() => release.id),
    purpose: text('purpose').notNull(),
    startAt: at('start_at').notNull(),
    endAt: at('end_at').notNull(),
    zone: text('zone').notNull(),
    bookedById: personId('booked_by_id').notNull(),
    /** Others may use the environment at the same time. */
    shared: flag('shared').notNull(),
    note: text('note').notNull(),
  },
  (table) => [
    index('booking_environment_idx').on(table.environmentId, table.startAt),
    index('booking_release_idx').on(table.releaseId),
  ],
);

/** Days on which somebody is away, both of them counted. */
export const absence = sqliteTable(
  'absence',
  {
    ...entityColumns,
    personId: personId('person_id').notNull(),
    kind: text('kind').$type<Absence['kind']>().notNull(),
    firstOn: text('first_on').notNull(),
    lastOn: text('last_on').notNull(),
    deputyId: personId('deputy_id'),
    note: text('note').notNull(),
  },
  (table) => [index('absence_person_idx').on(table.personId, table.firstOn)],
);

/** Days of a role, or of somebody in it, that a release needs in a week. */
export const commitment = sqliteTable(
  'commitment',
  {
    ...entityColumns,
    releaseId: text('release_id')
      .notNull()
      .references(() => release.id),
    roleKey: text('role_key').notNull(),
    personId: personId('person_id'),
    /** The Monday of the week. */
    weekOn: text('week_on').notNull(),
    days: real('days').notNull(),
    note: text('note').notNull(),
  },
  (table) => [
    index('commitment_week_idx').on(table.weekOn),
    index('commitment_release_idx').on(table.releaseId),
  ],
);

/** The dates of a release as they were agreed on: added, never changed, so that drift can be told. */
export const baseline = sqliteTable(
  'baseline',
  {
    ...entityColumns,
    releaseId: text('release_id')
      .notNull()
      .references(() => release.id),
    at: at('at').notNull(),
    byId: personId('by_id').notNull(),
    note: text('note').notNull(),
    /** Starts of deployments, dates of phases and of tasks, by id. */
    content: text('content', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('baseline_release_idx').on(table.releaseId)],
);

/** How the columns of a sheet were read before, by its headings. */
export const sheetMapping = sqliteTable('sheet_mapping', {
  ...entityColumns,
  /** What its rows are: releases, windows, people. */
  sheet: text('sheet').notNull(),
  headings: texts('headings'),
  /** What each column is, in the order of the headings; empty where it is left out. */
  columns: texts('columns'),
  /** How dates, zones and the like were to be read. */
  choices: text('choices', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
});
