import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { TrainOffsets } from '#shared/model/planning/trains.ts';
import { entityColumns, integer, sqliteTable, text } from './columns.ts';
import { holidayCalendar } from './holidays.ts';
import { template } from './templates.ts';
import { environment, person } from './workspace.ts';

const texts = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull();

/** Releases that depart by a cadence. */
export const releaseTrain = sqliteTable('release_train', {
  ...entityColumns,
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  startWall: text('start_wall').notNull(),
  recurrence: text('recurrence').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  environmentId: text('environment_id')
    .notNull()
    .references(() => environment.id),
  serviceIds: texts('service_ids'),
  ownerId: text('owner_id')
    .notNull()
    .references(() => person.id),
  /** What kind of releases it makes, from the template of that type or from one of people's own. */
  type: text('type').$type<ReleaseType>().notNull(),
  templateId: text('template_id').references(() => template.id),
  holidayCalendarId: text('holiday_calendar_id').references(() => holidayCalendar.id),
  /** Working days before the deployment, by mark. */
  offsets: text('offsets', { mode: 'json' }).$type<TrainOffsets>().notNull(),
  /** Dates of the cadence that are left out. */
  skips: texts('skips'),
  note: text('note').notNull(),
});
