import type { Store } from '#core/database/store.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { AgendaRelease } from '#shared/model/governance/cab-views.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import type { Candidate, CandidateGate } from '#shared/rules/governance/cab/agenda.ts';
import { proposals } from '#shared/rules/governance/cab/agenda.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { iso } from '#core/database/select.ts';
import { environmentKinds, toDeployment } from '../../planning/releases/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgeReleases, listGates } from '../gates/index.ts';
import type { JudgedRelease } from '../gates/index.ts';

export type JudgedCandidate = Omit<Candidate, 'gates'> & {
  ownerId: string;
  gates: (GateView & CandidateGate)[];
};

/** Releases as a board looks at them, by id; of closed ones the gates as they were left. */
export function loadCandidates(
  store: Store,
  releaseIds: readonly string[],
  now: number,
): Map<string, JudgedCandidate> {
  if (releaseIds.length === 0) return new Map();
  const deployments = partsOf(store, deployment, releaseIds, 'startAt');
  const kinds = environmentKinds(store);
  const judged = judgeReleases(store, releaseIds, now);
  return new Map(
    [...judged].map(([id, each]): [string, JudgedCandidate] => {
      const start = plannedStart(deployments(id).map(toDeployment), kinds);
      const isOver = each.release.phase === 'closed';
      const gates = isOver ? listGates(store, id, now) : each.gates;
      return [
        id,
        {
          release: agendaRelease(each, start),
          ownerId: each.release.ownerId,
          standardChange: each.release.standardChange,
          onHold: each.release.holdReason !== null,
          gates: gates.map((gate) => ({ ...gate, isKept: isOver || gate.keptAt !== null })),
        },
      ];
    }),
  );
}

function agendaRelease(
  { release, risk }: JudgedRelease,
  start: { startAt: string; zone: string } | null,
): AgendaRelease {
  const { id, number, name, type, phase } = release;
  const { band, score } = risk;
  const { startAt, zone } = start ?? { startAt: null, zone: null };
  return { id, number, name, type, phase, startAt, zone, band, score };
}

/** What waits for a board at a meeting, without what is on its agenda or of a meeting ahead. */
export function proposalsFor(store: Store, startsAt: string, now: number) {
  const open = store.raw
    .prepare<[], { id: string }>(
      `SELECT r.id FROM release r WHERE r.deleted_hlc IS NULL AND r.phase <> 'closed'
       AND NOT EXISTS (
         SELECT 1 FROM cab_item i JOIN cab_meeting m ON m.id = i.meeting_id
         WHERE i.release_id = r.id AND i.deleted_hlc IS NULL AND m.deleted_hlc IS NULL
           AND m.state <> 'closed' AND i.state <> 'moved')
       ORDER BY r.id`,
    )
    .all()
    .map(({ id }) => id);
  const candidates = [...loadCandidates(store, open, now).values()];
  return proposals(candidates, { startsAt, now: iso(now), zone: readWorkspace(store).zone });
}
