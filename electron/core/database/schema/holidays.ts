import { entityColumns, index, sqliteTable, text } from './columns.ts';

/** Days on which people of a country, a site or a service do not work. */
export const holidayCalendar = sqliteTable('holiday_calendar', {
  ...entityColumns,
  name: text('name').notNull(),
  /** Monday is 1. */
  workingDays: text('working_days', { mode: 'json' }).$type<number[]>().notNull(),
  region: text('region').notNull(),
});

export const holiday = sqliteTable(
  'holiday',
  {
    ...entityColumns,
    calendarId: text('calendar_id')
      .notNull()
      .references(() => holidayCalendar.id),
    on: text('holiday_on').notNull(),
    name: text('name').notNull(),
    /** Under which a calendar file knows it. */
    uid: text('uid').notNull(),
  },
  (table) => [index('holiday_calendar_idx').on(table.calendarId, table.on)],
);
