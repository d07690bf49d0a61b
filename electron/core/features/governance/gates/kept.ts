import { iso } from '#core/database/select.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import type { Subject } from './load.ts';

/** The gates of phases that were left, as they were then: what expires later re-opens none of them. */
export function keptGates({ passages }: Pick<Subject, 'passages'>): Map<string, GateView> {
  return new Map(
    passages.flatMap(({ at, gates }) =>
      gates.map((gate): [string, GateView] => [gate.id, { ...filledIn(gate), keptAt: iso(at) }]),
    ),
  );
}

const laterParts = {
  ...{ quorum: null, dueOn: null, earlier: [], consequences: {} },
  byException: null,
  consulted: { toConsult: [], silent: [], toInform: [] },
};
const laterOfSeats = { standIns: [], askedIds: [], held: '' };
const laterOfDecisions = { deferredTo: null, forPersonId: null, forReason: '', overruled: null };
const laterOfRequests = { dueOn: null, askedIds: [] };

/** What gates have learnt to tell since the phase was left; its stored gates may lack it. */
function filledIn(stored: GateView): GateView {
  const { request } = stored;
  return {
    ...laterParts,
    ...stored,
    // What a decision would set off is over with the phase.
    consequences: {},
    request: request === null ? null : { ...laterOfRequests, ...request },
    seats: stored.seats.map((seat) => ({ ...laterOfSeats, ...seat })),
    decisions: stored.decisions.map((each) => ({ ...laterOfDecisions, ...each })),
  };
}
