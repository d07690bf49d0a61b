import type { Absence } from '#shared/model/planning/bookings.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { daysBetween, formatDate } from '../zoned-time.ts';

export const absenceKindWords: Record<Absence['kind'], string> = {
  leave: 'Leave',
  sick: 'Sick',
  training: 'Training',
  other: 'Away',
};

type Days = { firstOn: string; lastOn: string };

/** Both ends belong to an absence, so that one day in common is an overlap. */
export function daysOverlap(one: Days, other: Days): boolean {
  return one.firstOn <= other.lastOn && other.firstOn <= one.lastOn;
}

/** `Thu 26 Nov – Fri 27 Nov`, or the one day. */
export function daysInWords({ firstOn, lastOn }: Days, today: string): string {
  const first = formatDate(firstOn, today);
  return firstOn === lastOn ? first : `${first} – ${formatDate(lastOn, today)}`;
}

type Wanted = Days & { id: string | null; personId: string; deputyId: string | null };

/** Refuses an absence that ends before it begins, is recorded already, or whose deputy is no help. */
export function checkAbsence(
  wanted: Wanted,
  others: readonly (Days & { id: string; personId: string })[],
  nameOf: (personId: string) => string,
  today: string,
): void {
  checkDays(wanted, today);
  const clashing = others.filter((each) => each.id !== wanted.id && daysOverlap(each, wanted));
  const own = clashing.find(({ personId }) => personId === wanted.personId);
  if (own !== undefined) {
    throw new Refusal(
      'conflict',
      `${nameOf(wanted.personId)} is away ${daysInWords(own, today)} already, which overlaps ${daysInWords(wanted, today)}. Change that absence, or choose days it does not have.`,
      { firstOn: `overlaps ${daysInWords(own, today)}` },
    );
  }
  const { deputyId } = wanted;
  if (deputyId === null) return;
  if (deputyId === wanted.personId) {
    throw new Refusal(
      'invalid_input',
      `${nameOf(deputyId)} cannot stand in for themselves. Choose somebody else, or nobody.`,
      { deputyId: 'is who is away; choose somebody else' },
    );
  }
  const theirs = clashing.find(({ personId }) => personId === deputyId);
  if (theirs === undefined) return;
  throw new Refusal(
    'invalid_input',
    `${nameOf(deputyId)} is away ${daysInWords(theirs, today)}, so they cannot stand in ${daysInWords(wanted, today)}. Choose somebody else.`,
    { deputyId: `is away ${daysInWords(theirs, today)}` },
  );
}

const longest = 731;

function checkDays({ firstOn, lastOn }: Days, today: string): void {
  for (const [field, date] of Object.entries({ firstOn, lastOn })) {
    if (isPlannable(date)) continue;
    const message = 'is not between 2000 and 2199; correct the year';
    throw new Refusal('invalid_input', `The day ${date} ${message}.`, { [field]: message });
  }
  if (lastOn < firstOn) {
    throw new Refusal(
      'invalid_input',
      `The last day, ${formatDate(lastOn, today)}, is before the first, ${formatDate(firstOn, today)}. Give a last day from ${formatDate(firstOn, today)} on.`,
      { lastOn: `is before the first day; give ${formatDate(firstOn, today)} or later` },
    );
  }
  const days = daysBetween(firstOn, lastOn) + 1;
  if (days <= longest) return;
  throw new Refusal(
    'invalid_input',
    `The absence takes ${days} days, more than two years. Record that they left, or give an earlier last day.`,
    { lastOn: 'is more than two years after the first day' },
  );
}
