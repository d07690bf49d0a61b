import type { GateView } from '#shared/model/governance/gates.ts';
import type { WaitingPerson } from '#shared/model/reports/status.ts';
import { unansweredOf } from '../../governance/queue.ts';
import { ableIn } from '../../governance/stand-ins.ts';
import type { AskingRelease } from '../../governance/queue.ts';
import { withoutAddresses } from './free-text.ts';

type Thing = WaitingPerson['things'][number];

/**
 * What waits for whom: decisions and words asked of people, and conditions they owe. Who has the most late
 * comes first, then who has the soonest day.
 */
export function waitingByPerson(
  releases: readonly AskingRelease[],
  names: ReadonlyMap<string, string>,
  today: string,
): WaitingPerson[] {
  const things = new Map<string, Thing[]>();
  const add = (personId: string, thing: Thing) => {
    const list = things.get(personId) ?? [];
    things.set(personId, [...list, thing]);
  };
  for (const gate of unansweredOf(releases, today)) {
    const { releaseId, release, gateId, askedAt: since, dueOn, late } = gate;
    for (const asked of gate.silent) {
      const about = { releaseId, release, gateId, what: `Say a word about ${gate.gate}` };
      const { askedAt, dueOn: until, late: isLate } = asked;
      const when = { since: askedAt, dueOn: until, late: isLate };
      add(asked.personId, { key: `consulted ${gateId}`, ...about, ...when });
    }
    for (const seat of gate.seats) {
      const { placeKey, roleName } = seat;
      const what = `Decide ${gate.gate} as ${roleName}`;
      const key = `decide ${gateId} ${placeKey}`;
      for (const id of ableIn(seat)) {
        add(id, { key, releaseId, release, gateId, what, since, dueOn, late });
      }
    }
  }
  for (const release of releases) {
    for (const gate of release.gates) conditionsOf(release, gate, today, add);
  }
  return [...things]
    .map(([personId, list]) => ({
      personId,
      name: names.get(personId) ?? 'somebody who left',
      things: list.toSorted((a, b) => order(a).localeCompare(order(b))),
    }))
    .toSorted(
      (a, b) =>
        lateOf(b) - lateOf(a) ||
        order(a.things[0]).localeCompare(order(b.things[0])) ||
        a.name.localeCompare(b.name),
    );
}

/** Conditions of decisions that hold, and are not met yet. */
function conditionsOf(
  { id: releaseId, name: release }: AskingRelease,
  gate: GateView,
  today: string,
  add: (personId: string, thing: Thing) => void,
): void {
  for (const decision of gate.decisions) {
    if (decision.withdrawn !== null) continue;
    for (const { id, text, ownerId, dueOn, metAt } of decision.conditions) {
      if (metAt !== null) continue;
      const what = `Meet the condition of ${gate.name}: ${withoutAddresses(text)}`;
      const since = decision.decidedAt;
      const thing = { releaseId, release, gateId: gate.id, what, since, dueOn };
      add(ownerId, { key: `condition ${id}`, ...thing, late: dueOn < today });
    }
  }
}

function lateOf({ things }: WaitingPerson): number {
  return things.filter(({ late }) => late).length;
}

/** What has a day first, the soonest before. */
function order(thing: Thing | undefined): string {
  return thing?.dueOn ?? '9999';
}
