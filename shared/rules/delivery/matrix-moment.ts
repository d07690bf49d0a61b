import { Refusal } from '#shared/model/refusal.ts';
import { dateIn, plusDays, toInstant } from '../planning/zoned-time.ts';

/**
 * The instant that is asked for: a day (`2026-11-26`) counts to its end in the zone, today until
 * `now`, and nothing given is `now`. Refuses (`invalid_input`) what lies ahead.
 */
export function momentOf(asked: string | undefined, zone: string, now: string): string {
  if (asked === undefined) return now;
  const isDay = asked.length === 10;
  const today = dateIn(now, zone);
  if (isDay ? asked > today : asked > now) {
    const until = isDay ? `today, ${today}` : `now, ${now}`;
    throw new Refusal(
      'invalid_input',
      `${asked} lies ahead, and nothing has been deployed there yet. Give a time until ${until}.`,
      { at: 'lies ahead; give a past day, or leave it out for now' },
    );
  }
  if (!isDay) return asked;
  if (asked === today) return now;
  const { instant } = toInstant({ date: plusDays(asked, 1), time: '00:00', zone });
  return new Date(Date.parse(instant) - 1).toISOString();
}
