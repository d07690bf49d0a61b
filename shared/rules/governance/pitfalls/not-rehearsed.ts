import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import { formatDate } from '../../planning/zoned-time.ts';
import { counted, dayMs } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

export type RehearsedRelease = {
  releaseId: string;
  name: string;
  /** First deployment: when, and on which day that is in the workspace. */
  startAt: number;
  startOn: string;
  hasPlan: boolean;
  rehearsedOn: string | null;
  /** Null where the plan tells of no recorded rehearsal. */
  result: Rehearsal['result'] | null;
};

/** Releases that start soon, or did just now, without a rehearsed way back; the next first. */
export function rollbackNotRehearsed(
  releases: readonly RehearsedRelease[],
  days: number,
  now: number,
): PitfallFinding {
  // Days are told without their year where it is the present one.
  const today = new Date(now).toISOString().slice(0, 10);
  const near = releases.filter(({ startAt }) => Math.abs(startAt - now) <= days * dayMs);
  const found = near
    .flatMap((release) => {
      const said = lackOf(release, today);
      return said === null ? [] : [{ ...release, said }];
    })
    .toSorted((a, b) => Math.abs(a.startAt - now) - Math.abs(b.startAt - now));
  return {
    ...{ looked: near.length, tooFew: near.length === 0 },
    rows: found.map(({ releaseId, name, said }) => ({
      ...{ releaseId, name, said, gateId: null, tab: 'rollback' as const },
    })),
    said:
      near.length === 0
        ? `No release starts or started within ${counted(days, 'day')}.`
        : `${found.length} of ${counted(near.length, 'release')} within ${counted(days, 'day')} of now.`,
  };
}

function lackOf(
  { hasPlan, rehearsedOn, startOn, result }: RehearsedRelease,
  today: string,
): string | null {
  const start = formatDate(startOn, today);
  if (!hasPlan) return `Starts ${start} with no rollback plan.`;
  if (rehearsedOn === null) return `Starts ${start}; its rollback was never rehearsed.`;
  const rehearsed = formatDate(rehearsedOn, today);
  if (rehearsedOn > startOn) return `Rehearsed ${rehearsed}, after its start ${start}.`;
  return result === 'failed' ? `Starts ${start}; the rehearsal of ${rehearsed} failed.` : null;
}
