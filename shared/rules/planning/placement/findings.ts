import type { PlacementFinding, PlacementRule } from '#shared/model/planning/placement.ts';
import { coveredBy, isAbout, proposalFor } from './coverage.ts';
import type { Clash, Excepted, Granted } from './ground.ts';
import { momentInWords, spanInWords } from './times.ts';

type Standing = {
  granted: readonly Granted[];
  /** What was asked for and not decided yet. */
  asked: readonly Excepted[];
  /** How many exceptions to a rule and a subject were granted within a year. */
  repeated: (rule: PlacementRule, subjectId: string) => number;
  startMs: number;
  now: number;
};

/** A clash with its words, and the exception that covers it. */
export function toFinding(clash: Clash, standing: Standing): PlacementFinding {
  const { key, severity, subject, places, times, zone } = clash;
  const cover = coveredBy(clash, standing.granted, standing.startMs, standing.now);
  const iso = (ms: number) => new Date(ms).toISOString();
  const told = (where: string) => {
    if (times === null) return '';
    return times.from === times.to
      ? momentInWords(times.from, where, standing.now)
      : spanInWords(times, where, standing.now);
  };
  return {
    ...{ key, severity, subject, places, zone },
    ...clash.words(standing.now),
    startsAt: times === null ? null : iso(times.from),
    endsAt: times === null ? null : iso(times.to),
    local: told(zone),
    utc: told('UTC'),
    exception:
      cover === null
        ? null
        : { id: cover.id, grantedById: cover.grantedById, expiresAt: iso(cover.expiresAt) },
    asked: standing.asked.some((each) => isAbout(each, clash)),
    proposal: proposalFor(standing.repeated(key, subject.id), key, subject.name),
  };
}
