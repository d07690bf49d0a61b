import type { ControlKind } from '#shared/model/governance/controls.ts';
import type { EvidenceKind } from '#shared/model/governance/evidence.ts';
import type { PolicyState } from '#shared/model/governance/policies.ts';
import type { RaciLetter } from '#shared/model/governance/raci.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { at, entityColumns, index, integer, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const personId = (name: string) => text(name).references(() => person.id);

/** Which gates a release has, by version. The newest published one is in force. */
export const policy = sqliteTable('policy', {
  ...entityColumns,
  name: text('name').notNull(),
  number: integer('number').notNull(),
  profile: text('profile').$type<Profile>(),
  /** YAML as people typed it; `digest` is its SHA-256. */
  text: text('text').notNull(),
  digest: text('digest').notNull(),
  state: text('state').$type<PolicyState>().notNull(),
  basedOnId: text('based_on_id').references((): AnySQLiteColumn => policy.id),
  note: text('note').notNull(),
  publishedAt: at('published_at'),
  publishedById: personId('published_by_id'),
});

export const control = sqliteTable('control', {
  ...entityColumns,
  key: text('key').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<ControlKind>().notNull(),
  source: text('source').notNull(),
  proof: text('proof').notNull(),
  /** A CEL condition; empty applies to every release. */
  applies: text('applies').notNull(),
  gateKeys: text('gate_keys', { mode: 'json' }).$type<string[]>().notNull(),
  evidenceKinds: text('evidence_kinds', { mode: 'json' }).$type<EvidenceKind[]>().notNull(),
  retiredAt: at('retired_at'),
});

/** One letter of the matrix, for a role or for a person; without a release for all of them. */
export const raciAssignment = sqliteTable(
  'raci_assignment',
  {
    ...entityColumns,
    gateKey: text('gate_key').notNull(),
    roleKey: text('role_key'),
    personId: personId('person_id'),
    letter: text('letter').$type<RaciLetter>().notNull(),
    releaseId: text('release_id').references(() => release.id),
  },
  (table) => [index('raci_assignment_release_idx').on(table.releaseId)],
);

/** Who stands in for a role or for a person. */
export const deputy = sqliteTable('deputy', {
  ...entityColumns,
  roleKey: text('role_key'),
  personId: personId('person_id'),
  deputyId: personId('deputy_id').notNull(),
  firstOn: text('first_on'),
  lastOn: text('last_on'),
  note: text('note').notNull(),
});
