import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { PitfallSettings } from '#shared/model/governance/pitfalls.ts';
import type {
  VersionScheme,
  Criticality,
  EnvironmentKind,
} from '#shared/model/workspace/services.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { entityColumns, flag, integer, sqliteTable, text } from './columns.ts';
import { holidayCalendar } from './holidays.ts';

export const workspace = sqliteTable('workspace', {
  ...entityColumns,
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  profile: text('profile').$type<Profile>().notNull(),
  /** Monday is 1. */
  workingDays: text('working_days', { mode: 'json' })
    .$type<number[]>()
    .notNull()
    .default([1, 2, 3, 4, 5]),
  /** What differs from the defaults, of how decisions count and of what is looked for in the process. */
  approvalRules: text('approval_rules', { mode: 'json' })
    .$type<Partial<ApprovalRules>>()
    .notNull()
    .default({}),
  pitfalls: text('pitfalls', { mode: 'json' }).$type<PitfallSettings>().notNull().default({}),
  /** Days what runs may be old before the environment matrix marks it; null where the default holds. */
  oldAfterDays: integer('old_after_days'),
});

export const role = sqliteTable('role', {
  ...entityColumns,
  key: text('key').notNull(),
  name: text('name').notNull(),
  builtIn: flag('built_in').notNull(),
});

export const person = sqliteTable('person', {
  ...entityColumns,
  name: text('name').notNull(),
  email: text('email').notNull(),
  roles: text('roles', { mode: 'json' }).$type<string[]>().notNull(),
  /** Whoever left can no longer be chosen; what they did stays theirs. */
  leftOn: text('left_on'),
  holidayCalendarId: text('holiday_calendar_id').references(() => holidayCalendar.id),
});

export const team = sqliteTable('team', {
  ...entityColumns,
  name: text('name').notNull(),
  memberIds: text('member_ids', { mode: 'json' }).$type<string[]>().notNull(),
});

/** How somebody arranged a list, under a name. */
export const savedView = sqliteTable('saved_view', {
  ...entityColumns,
  personId: text('person_id')
    .notNull()
    .references(() => person.id),
  screen: text('screen').notNull(),
  name: text('name').notNull(),
  /** Whether everybody of the workspace sees it. */
  shared: flag('shared').notNull(),
  settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
});

export const service = sqliteTable('service', {
  ...entityColumns,
  name: text('name').notNull(),
  criticality: text('criticality').$type<Criticality>().notNull(),
  financial: flag('financial').notNull(),
  ownerIds: text('owner_ids', { mode: 'json' }).$type<string[]>().notNull(),
  versionScheme: text('version_scheme', { mode: 'json' }).$type<VersionScheme>().notNull(),
  teamId: text('team_id').references(() => team.id),
  holidayCalendarId: text('holiday_calendar_id').references(() => holidayCalendar.id),
});

export const environment = sqliteTable('environment', {
  ...entityColumns,
  name: text('name').notNull(),
  kind: text('kind').$type<EnvironmentKind>().notNull(),
  region: text('region').notNull(),
  order: text('position').notNull(),
});
