import type { Happening } from './happenings.ts';
import type { Act } from './past-decisions.ts';
import type { PastTimes } from './past-times.ts';
import type { PastRelease } from './sample.ts';
import type { PlannedStart } from './story.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Staging the day before (an hour before when it could not wait), then Europe, then the US. */
export function plannedStarts(
  { type, minutes, fixes }: PastRelease,
  services: readonly string[],
  start: number,
  zone: string,
): PlannedStart[] {
  const ahead = fixes !== undefined ? hour : 24 * hour;
  const staging = { environment: 'staging-eu', startAt: start - ahead, zone, minutes: 30 };
  const europe = { environment: 'prod-eu', startAt: start, zone, minutes };
  const states = {
    environment: 'prod-us',
    startAt: start + (minutes + 30) * minute,
    zone,
    minutes,
  };
  // An emergency goes straight to where it hurts.
  if (type === 'emergency') return [{ ...europe, environment: 'prod-us' }];
  return services.includes('ledger') ? [staging, europe] : [staging, europe, states];
}

type TimedAct = Act & { at: number };

/** What was done in a hurry is looked at afterwards; other releases have no such gate. */
const reviewed: Happening = {
  ...{ do: 'decide', gate: 'review-held', place: 'operations', channel: 'meeting' },
  ...{ outcome: 'go', comment: 'Held with everybody who was up; three actions written down.' },
};

/** How the deployments went, from the first stage to the closing of the release. */
export function deploymentActs(release: PastRelease, times: PastTimes): TimedAct[] {
  const { lateMinutes: late, minutes, failed, outcome, type, fixes } = release;
  const services = Object.keys(release.versions);
  const [staging, ...production] = plannedStarts(release, services, times.start, '').toSorted(
    (a, b) => a.startAt - b.startAt,
  );
  const stages = type === 'emergency' && staging ? [staging] : production;
  const rolledBack = outcome === 'rolled-back';
  const acts: TimedAct[] = [];
  if (staging && type !== 'emergency') {
    const at = Math.max(staging.startAt + 22 * minute, times.component + 10 * minute);
    acts.push(deployed(at, staging.environment, { late: 1, minutes: 21, result: 'succeeded' }));
  }
  let at = times.start + late * minute;
  const begin = at - minute;
  acts.push({ at: begin, as: 'tomas', happening: { do: 'enter', phase: 'deployment' } });
  for (const { environment, startAt } of stages) {
    at = Math.max(at, startAt + late * minute);
    const lateHere = Math.round((at - startAt) / minute);
    if (failed.includes(environment)) {
      const took = Math.round(minutes / 2);
      const result = rolledBack ? 'rolled-back' : 'failed';
      acts.push(
        deployed(at + took * minute, environment, { late: lateHere, minutes: took, result }),
      );
      at += took * minute;
      if (rolledBack) break;
      const repeat = { do: 'repeat', environment, inMinutes: 120, minutes } as const;
      acts.push({ at: at + 5 * minute, as: 'tomas', happening: repeat });
      at += 125 * minute;
      acts.push(
        deployed(at + minutes * minute, environment, { late: 0, minutes, result: 'succeeded' }),
      );
    } else {
      const took = Math.round(minutes * 0.9);
      const how = { late: lateHere, minutes: took, result: 'succeeded' } as const;
      acts.push(deployed(at + took * minute, environment, how));
    }
    at += minutes * minute;
  }
  if (rolledBack)
    acts.push({ at: at + 5 * minute, as: 'tomas', happening: { do: 'go-no-further' } });
  const closed = Math.max(times.closed, at + (fixes === undefined ? 12 : 4) * hour);
  return [
    ...acts,
    { at: at + 5 * minute, as: 'tomas', happening: { do: 'settle', phase: 'deployment' } },
    { at: at + 10 * minute, as: 'mara', happening: { do: 'enter', phase: 'post-release' } },
    { at: closed - 8 * minute, as: 'tomas', happening: reviewed },
    { at: closed - 5 * minute, as: 'mara', happening: { do: 'settle', phase: 'post-release' } },
    { at: closed, as: 'mara', happening: { do: 'close', outcome } },
  ];
}

function deployed(
  at: number,
  environment: string,
  how: { late: number; minutes: number; result: 'succeeded' | 'failed' | 'rolled-back' },
): TimedAct {
  return { at, as: 'tomas', happening: { do: 'deployed', environment, ...how } };
}
