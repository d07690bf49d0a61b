import { phases } from '#shared/model/planning/releases.ts';
import type { ShownPhase } from '../../../components/PhaseTrack.tsx';
import { dateText, dayText } from '../../../components/when-text.ts';
import { phaseWords } from './phase-words.ts';
import type { Release, ReleasePage } from './release-page.ts';

/** The phases with their dates; the one it is in says how far its gates are. */
export function shownPhases(
  release: Release,
  { zone, now }: Pick<ReleasePage, 'zone' | 'now'>,
): ShownPhase[] {
  const at = phases.indexOf(release.phase);
  return release.phases
    .filter(({ phase }) => phase !== 'closed')
    .map(({ phase, plannedOn, enteredAt }) => {
      const index = phases.indexOf(phase);
      const planned = plannedOn === null ? undefined : dateText(plannedOn, Number(now.slice(0, 4)));
      const entered = enteredAt === null ? planned : dayText(enteredAt, zone, now);
      const name = phaseWords[phase];
      if (index < at) return { key: phase, name, state: 'done', note: entered };
      if (index > at) return { key: phase, name, state: 'ahead', note: planned };
      return {
        key: phase,
        name,
        state: release.onHold ? 'held' : 'now',
        note: gatesInWords(release) ?? entered,
      };
    });
}

function gatesInWords({ readiness }: Release): string | undefined {
  if (readiness === null || readiness.total === 0) return undefined;
  return `${readiness.passed} of ${readiness.total} gates`;
}
