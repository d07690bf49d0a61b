import type { ComparedFile, KeptSetting } from '#shared/model/delivery/parity.ts';
import { at, entityColumns, index, sqliteTable, text } from './columns.ts';
import { environment, person, service } from './workspace.ts';

/** Whose settings are compared: two environments, of all services or of one. */
const pair = {
  leftEnvironmentId: text('left_environment_id')
    .notNull()
    .references(() => environment.id),
  rightEnvironmentId: text('right_environment_id')
    .notNull()
    .references(() => environment.id),
  serviceId: text('service_id').references(() => service.id),
};

export const parityCheck = sqliteTable(
  'parity_check',
  {
    ...entityColumns,
    ...pair,
    leftFile: text('left_file', { mode: 'json' }).$type<ComparedFile>().notNull(),
    rightFile: text('right_file', { mode: 'json' }).$type<ComparedFile>().notNull(),
    /** Hexadecimal; all comparisons of a pair share it, so that an acceptance holds in the next one. */
    salt: text('salt').notNull(),
    settings: text('settings', { mode: 'json' }).$type<KeptSetting[]>().notNull(),
    comparedAt: at('compared_at').notNull(),
    comparedById: text('compared_by_id').references(() => person.id),
  },
  (table) => [
    index('parity_check_pair_idx').on(
      table.leftEnvironmentId,
      table.rightEnvironmentId,
      table.serviceId,
    ),
  ],
);

export const parityAcceptance = sqliteTable(
  'parity_acceptance',
  {
    ...entityColumns,
    ...pair,
    key: text('key').notNull(),
    leftHash: text('left_hash'),
    rightHash: text('right_hash'),
    reason: text('reason').notNull(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => person.id),
    acceptedAt: at('accepted_at').notNull(),
    acceptedById: text('accepted_by_id').references(() => person.id),
  },
  (table) => [
    index('parity_acceptance_pair_idx').on(
      table.leftEnvironmentId,
      table.rightEnvironmentId,
      table.serviceId,
    ),
  ],
);
