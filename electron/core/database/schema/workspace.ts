import type {
  VersionScheme,
  Criticality,
  EnvironmentKind,
} from '#shared/model/workspace/services.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { entityColumns, flag, sqliteTable, text } from './columns.ts';

export const workspace = sqliteTable('workspace', {
  ...entityColumns,
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  profile: text('profile').$type<Profile>().notNull(),
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
});

export const service = sqliteTable('service', {
  ...entityColumns,
  name: text('name').notNull(),
  criticality: text('criticality').$type<Criticality>().notNull(),
  financial: flag('financial').notNull(),
  ownerIds: text('owner_ids', { mode: 'json' }).$type<string[]>().notNull(),
  versionScheme: text('version_scheme', { mode: 'json' }).$type<VersionScheme>().notNull(),
});

export const environment = sqliteTable('environment', {
  ...entityColumns,
  name: text('name').notNull(),
  kind: text('kind').$type<EnvironmentKind>().notNull(),
  region: text('region').notNull(),
  order: text('position').notNull(),
});
