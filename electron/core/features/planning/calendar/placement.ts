import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Overview } from '../releases/index.ts';
import type { NearestFree, PlacementCheck } from '#shared/model/planning/placement.ts';
import { coveredBy, ruleNames } from '#shared/rules/planning/placement/coverage.ts';
import { toFinding } from '#shared/rules/planning/placement/findings.ts';
import { judgePlacement } from '#shared/rules/planning/placement/judge.ts';
import { momentInWords } from '#shared/rules/planning/placement/times.ts';
import { searchFree, searchedDays } from '#shared/rules/planning/placement/nearest-free.ts';
import { exceptionsOf, repeatedExceptions } from './placement-exceptions.ts';
import { groundOf } from './placement-kept.ts';
import { subjectOf } from './placement-subject.ts';
import type { PlacementFacts } from './placement-subject.ts';

const none = { granted: [], asked: [] };

/** Every rule a start would not keep, each with what covers it. */
export function checkPlacement(
  { releaseId, start, deploymentId }: Parsed<'calendar.checkPlacement'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
  facts: PlacementFacts,
): PlacementCheck {
  const subject = subjectOf(store, releaseId, deploymentId, facts);
  const startMs = toMs(start);
  const planned = startMs === subject.startMs;
  // What stands as it was planned was announced back then; what is tried out is announced now.
  const askedAt = planned ? subject.setAt : now;
  const clashes = judgePlacement(subject.placedAt(startMs), subject.judged, groundOf(store), {
    ...{ now, askedAt },
  });
  const exceptions = clashes.length === 0 ? none : exceptionsOf(store, releaseId, now);
  const repeated = repetition(store, now);
  const findings = clashes.map((clash) =>
    toFinding(clash, { ...exceptions, repeated, startMs, now }),
  );
  const worst = findings.find(({ exception }) => exception === null);
  return {
    ...{ startAt: iso(startMs), endAt: iso(startMs + subject.durationMs), zone: subject.zone },
    ...{ planned, findings, worst: worst?.severity ?? null },
  };
}

/** The next starts at the same time of day against which nothing stands. */
export function findNearestFree(
  { releaseId, start, deploymentId, count }: Parsed<'calendar.nearestFree'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
  facts: PlacementFacts,
): NearestFree {
  const subject = subjectOf(store, releaseId, deploymentId, facts);
  const { judged, placedAt, zone, durationMs } = subject;
  const ground = groundOf(store);
  const { granted } = exceptionsOf(store, releaseId, now);
  const against = (startMs: number) => {
    const placed = placedAt(startMs);
    if (placed.some(({ from }) => from < now)) return null;
    const askedAt = startMs === subject.startMs ? subject.setAt : now;
    return judgePlacement(placed, judged, ground, { now, askedAt }).filter(
      (clash) => coveredBy(clash, granted, startMs, now) === null,
    );
  };
  const startMs = start === undefined ? subject.startMs : toMs(start);
  const { starts, inTheWay } = searchFree({
    ...{ startMs, zone, now, count, against, work: judged.work },
  });
  return {
    starts: starts.map((ms) => ({ startAt: iso(ms), endAt: iso(ms + durationMs) })),
    ...{ zone, searchedDays, inTheWay },
  };
}

function repetition(store: Store, now: number) {
  let counts: ReturnType<typeof repeatedExceptions> | null = null;
  return (rule: string, subjectId: string) =>
    (counts ??= repeatedExceptions(store, now))(rule, subjectId);
}

/** Why a start is blocked, with the rule, who may override it and where it is free instead. */
export function createBlockedBy(facts: PlacementFacts): Overview['blockedBy'] {
  return ({ releaseId, start, deploymentId }, context) => {
    const { findings, zone } = checkPlacement({ releaseId, start, deploymentId }, context, facts);
    const blocked = findings.find(
      ({ severity, exception }) => severity === 'blocked' && exception === null,
    );
    if (blocked === undefined) return null;
    const nearest = findNearestFree({ releaseId, start, deploymentId, count: 1 }, context, facts);
    const [free] = nearest.starts;
    const wayOut =
      free === undefined
        ? (nearest.inTheWay?.what ?? '')
        : `Nearest free: ${momentInWords(toMs(free.startAt), zone, context.now)}.`;
    return `${ruleNames[blocked.key]}: ${blocked.what} ${blocked.override} ${wayOut}`.trim();
  };
}

/** What stands against a start that a release would move to along with others, a sentence each. */
export function createFindingsAt(facts: PlacementFacts) {
  return (store: Store, releaseId: string, start: string, now: number) =>
    checkPlacement({ releaseId, start }, { store, now }, facts)
      .findings.filter(({ exception }) => exception === null)
      .map(({ key, severity, what }) => ({ severity, sentence: `${ruleNames[key]}: ${what}` }));
}
