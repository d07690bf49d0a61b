import type { Clash, EnvironmentUse } from '#shared/model/planning/bookings.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { formatRange, zoneName } from '../zoned-time.ts';

/** What is asked of an environment: a use as far as it can clash. */
export type Need = Pick<
  EnvironmentUse,
  'kind' | 'id' | 'environmentId' | 'releaseId' | 'startAt' | 'endAt' | 'zone' | 'shared'
>;

/** More than these tell nobody anything new. */
const mostTold = 20;

/**
 * Whether two uses are in each other's way. Ends are half-open: what begins when another ends does
 * not touch it. Two that share the environment do not mind each other, and the deployment of a
 * release is what its own booking is for.
 */
export function clashes(one: Need, other: Need): boolean {
  if (one.environmentId !== other.environmentId) return false;
  if (one.kind === other.kind && one.id === other.id) return false;
  if (one.endAt <= other.startAt || other.endAt <= one.startAt) return false;
  if (one.shared && other.shared) return false;
  const isOwn = one.releaseId !== null && one.releaseId === other.releaseId;
  return !(isOwn && one.kind !== other.kind);
}

/** What a use clashes with, the earliest first. */
export function clashesOf(need: Need, others: readonly EnvironmentUse[], now: string): Clash[] {
  return others
    .filter((other) => clashes(need, other))
    .toSorted((a, b) => (a.startAt < b.startAt ? -1 : a.startAt > b.startAt ? 1 : 0))
    .slice(0, mostTold)
    .map((other) => {
      const from = need.startAt > other.startAt ? need.startAt : other.startAt;
      const to = need.endAt < other.endAt ? need.endAt : other.endAt;
      return { with: other, from, to, words: clashInWords(other, { from, to }, need.zone, now) };
    });
}

/** `“Load test” has it alone (Jon Bell); both need it Thu 26 Nov 22:00 – 23:30 London (… UTC).` */
function clashInWords(
  other: EnvironmentUse,
  { from, to }: { from: string; to: string },
  zone: string,
  now: string,
): string {
  const whose =
    other.kind === 'deployment'
      ? `${other.what} is deployed here (owner ${other.person})`
      : `“${other.what}” ${other.shared ? 'shares it' : 'has it alone'} (${other.person})`;
  const local = `${formatRange(from, to, zone, now)} ${zoneName(zone)}`;
  const utc = zone === 'UTC' ? '' : ` (${formatRange(from, to, 'UTC', now)} UTC)`;
  return `${whose}; both need it ${local}${utc}.`;
}

const dayMs = 86_400_000;
const longestDays = 366;

/** Refuses a booking that takes no time, or more than a year. */
export function checkSpan(startAt: string, endAt: string, zone: string, now: string): void {
  const ms = Date.parse(endAt) - Date.parse(startAt);
  if (ms <= 0) {
    const given = `${formatRange(startAt, endAt, zone, now)} ${zoneName(zone)}`;
    throw new Refusal(
      'invalid_input',
      `A booking must end after it starts, and this one does not: ${given}. Give a later end.`,
      { endAt: 'is not after the start; give a later end' },
    );
  }
  if (ms <= longestDays * dayMs) return;
  throw new Refusal(
    'invalid_input',
    `The booking takes ${Math.ceil(ms / dayMs)} days, and at most ${longestDays} can be booked at once. Give an earlier end.`,
    { endAt: `is more than ${longestDays} days after the start` },
  );
}
