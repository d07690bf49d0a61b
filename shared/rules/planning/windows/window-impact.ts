import type { WindowImpact } from '#shared/model/planning/window-views.ts';
import type {
  WindowChange,
  WindowKind,
  WindowScope,
  WindowTimes,
} from '#shared/model/planning/windows.ts';
import { common, covered } from './intervals.ts';
import type { Span } from './intervals.ts';
import { occurrencesIn } from './occurrences.ts';
import { startInstant } from './wall-clock.ts';
import { isAbout } from './window-scope.ts';
import type { Subject } from './window-scope.ts';
import { formatRange, zoneName } from '../zoned-time.ts';

/** A window as the rules of placement look at it, saved or not. */
export type Placing = WindowTimes &
  WindowScope & { kind: WindowKind; changes: readonly WindowChange[] };

/** Something with a time and a place that windows may hit. */
export type Planned = Subject & { span: Span; zone: string };

export type Hit = { how: 'overlaps' | 'outside'; span: Span };

/**
 * How a window hits something. A deployment window hits what it is about and what lies in none of the
 * deployment windows, itself and `others`; every other kind hits what it overlaps. Touching is no hit.
 */
export function hitBy(window: Placing, planned: Planned, others: readonly Placing[]): Hit | null {
  if (!isAbout(window, planned)) return null;
  const { span } = planned;
  if (window.kind !== 'deployment') {
    const [first] = spansOf(window, span).flatMap((each) => common(each, span) ?? []);
    return first === undefined ? null : { how: 'overlaps', span: first };
  }
  if (!restricts(window, span)) return null;
  const allowing = [window, ...others.filter((other) => isAbout(other, planned))];
  const allowed = allowing.flatMap((each) => spansOf(each, span));
  return covered(span, allowed) ? null : { how: 'outside', span };
}

/** A deployment window that comes again says when deployments may be, from its first time on. */
function restricts({ recurrence, startWall, zone }: Placing, span: Span): boolean {
  return recurrence !== '' && startInstant(startWall, zone) <= span.from;
}

export function spansOf(window: Placing, span: Span): Span[] {
  return occurrencesIn(window, window.changes, span).map(({ startsAt, endsAt }) => ({
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
  }));
}

/** The overlap as people read it, in the zone of what is hit and in UTC. */
export function overlapOf({ span }: Hit, zone: string, now: string) {
  const startsAt = new Date(span.from).toISOString();
  const endsAt = new Date(span.to).toISOString();
  return {
    ...{ startsAt, endsAt },
    local: `${formatRange(startsAt, endsAt, zone, now)} ${zoneName(zone)}`,
    utc: `${formatRange(startsAt, endsAt, 'UTC', now)} UTC`,
  };
}

type Concern = { personId: string; thing: string };

/** Whom to tell, each once, with what of theirs is hit. */
export function toTell(
  concerns: readonly Concern[],
  people: ReadonlyMap<string, { name: string; email: string }>,
): WindowImpact['tell'] {
  const byPerson = Map.groupBy(concerns, ({ personId }) => personId);
  return [...byPerson]
    .flatMap(([personId, theirs]) => {
      const person = people.get(personId);
      if (person === undefined) return [];
      const things = [...new Set(theirs.map(({ thing }) => thing))];
      return [{ personId, name: person.name, email: person.email, things }];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
