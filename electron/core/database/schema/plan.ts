import type { Dependency, Stakeholder, Task } from '#shared/model/planning/plan.ts';
import type { TrainMark } from '#shared/model/planning/trains.ts';
import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import { entityColumns, index, integer, releaseId, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const ofRelease = () => releaseId().references(() => release.id);
const personId = (name: string) => text(name).references(() => person.id);

export const stakeholder = sqliteTable(
  'stakeholder',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    personId: personId('person_id'),
    name: text('name').notNull(),
    interest: text('interest').notNull(),
    involvement: text('involvement').$type<Stakeholder['involvement']>().notNull(),
    contact: text('contact').notNull(),
  },
  (table) => [index('stakeholder_release_idx').on(table.releaseId)],
);

export const task = sqliteTable(
  'task',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    kind: text('kind').$type<Task['kind']>().notNull(),
    title: text('title').notNull(),
    startOn: text('start_on'),
    /** In working days. */
    durationDays: integer('duration_days').notNull(),
    ownerId: personId('owner_id'),
    predecessorIds: text('predecessor_ids', { mode: 'json' }).$type<string[]>().notNull(),
    doneOn: text('done_on'),
    note: text('note').notNull(),
    order: text('position').notNull(),
    /** The date of a train it stands for, and that date as the train made it. */
    mark: text('mark').$type<TrainMark>(),
    madeOn: text('made_on'),
  },
  (table) => [index('task_release_idx').on(table.releaseId)],
);

export const dependency = sqliteTable(
  'dependency',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    kind: text('kind').$type<Dependency['kind']>().notNull(),
    title: text('title').notNull(),
    targetReleaseId: text('target_release_id').references(() => release.id),
    ownerId: personId('owner_id'),
    state: text('state').$type<Dependency['state']>().notNull(),
    neededOn: text('needed_on'),
    note: text('note').notNull(),
    /** Working days between the end of what it names and the start of this release. */
    lagDays: integer('lag_days').notNull().default(0),
    /** When something that is no release is expected to be there. */
    expectedOn: text('expected_on'),
  },
  (table) => [
    index('dependency_release_idx').on(table.releaseId),
    index('dependency_target_idx').on(table.targetReleaseId),
  ],
);

/** A rollback or a recovery that was tried out. */
export const rehearsal = sqliteTable(
  'rehearsal',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    kind: text('kind').$type<Rehearsal['kind']>().notNull(),
    rehearsedOn: text('rehearsed_on').notNull(),
    byId: personId('by_id').notNull(),
    result: text('result').$type<Rehearsal['result']>().notNull(),
    durationMinutes: integer('duration_minutes'),
    note: text('note').notNull(),
  },
  (table) => [index('rehearsal_release_idx').on(table.releaseId)],
);
