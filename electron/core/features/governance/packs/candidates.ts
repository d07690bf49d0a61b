import type { Context } from '#core/context.ts';
import { release } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import type { PackCandidate } from '#shared/model/governance/packs.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { ne } from 'drizzle-orm';
import { judgeReleases } from '../gates/index.ts';

/** The decided gates of open releases that are not over; those that passed can be asked about again. */
export function packCandidates({ store, now }: Context): PackCandidate[] {
  const ids = store.orm
    .select({ id: release.id })
    .from(release)
    .where(alive(release, ne(release.phase, 'closed')))
    .all()
    .map(({ id }) => id);
  const judged = [...judgeReleases(store, ids, now).values()];
  return judged
    .toSorted((a, b) => b.release.number - a.release.number)
    .map(({ release: row, gates }) => ({
      releaseId: row.id,
      release: row.name,
      number: row.number,
      gates: gates
        .filter(({ check, keptAt }) => check === 'decision' && keptAt === null)
        .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))
        .map(({ id, name, phase, status, seats }) => ({
          ...{ id, name, phase, status },
          ...whoCan(seats.filter(({ decisionId }) => decisionId === null)),
        })),
    }))
    .filter(({ gates }) => gates.length > 0);
}

/** Whoever has a place of their own at a gate does not stand in there. */
function whoCan(
  seats: GateView['seats'],
): Pick<PackCandidate['gates'][number], 'personIds' | 'standIns'> {
  const own = new Set(seats.flatMap(({ personIds }) => personIds));
  const others = seats.flatMap(({ standIns }) => standIns);
  const standIns = others.filter(
    ({ personId }, at) =>
      !own.has(personId) && others.findIndex((each) => each.personId === personId) === at,
  );
  return { personIds: [...own, ...standIns.map(({ personId }) => personId)], standIns };
}
