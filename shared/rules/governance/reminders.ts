import type { QueueItem, Reminder } from '#shared/model/governance/queue.ts';
import { formatDate, formatRelative, plusDays, toInstant } from '../planning/zoned-time.ts';

export type ReminderInput = {
  items: readonly QueueItem[];
  /** How long before the end of its day a decision is told of. */
  hoursBefore: number;
  /** Keys of what was told already. */
  told: readonly string[];
  today: string;
  now: string;
  zone: string;
};

/** The decisions of one person whose day ends soon, or is over, and of which nothing was told yet. */
export function dueReminders(input: ReminderInput): Reminder[] {
  const { items, hoursBefore, told, today, now, zone } = input;
  return items.flatMap((item): Reminder[] => {
    const { dueOn, gate, release, placeKey } = item;
    if (dueOn === null) return [];
    const endsAt = toInstant({ date: plusDays(dueOn, 1), time: '00:00', zone }).instant;
    const left = Date.parse(endsAt) - Date.parse(now);
    const key = `${item.gateId} ${placeKey} ${dueOn}`;
    if (left > hoursBefore * 3_600_000 || told.includes(key)) return [];
    const when =
      left <= 0 ? `was due ${formatDate(dueOn, today)}` : `is due ${formatRelative(endsAt, now)}`;
    return [
      {
        key,
        title: `Your decision ${when}`,
        text: `${release}: ${gate}`,
        releaseId: item.releaseId,
        gateId: item.gateId,
      },
    ];
  });
}
