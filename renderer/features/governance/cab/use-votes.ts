import { useCallback, useState } from 'react';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { DecisionOutcome } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import { asksMore, blankVote, missingOf, openSeats, voteDrafts, voteOf } from './vote-draft.ts';
import type { OpenSeat, VoteDraft, VoteDrafts } from './vote-draft.ts';
import { counted } from './cab-words.ts';

export type Votes = {
  seats: OpenSeat[];
  /** The seat the keys speak of. */
  current: OpenSeat | undefined;
  choose: (seatKey: string) => void;
  /** Goes on to the next seat or back. */
  walk: (by: 1 | -1) => void;
  draftOf: (seat: OpenSeat) => VoteDraft;
  patch: (seat: OpenSeat, change: Partial<VoteDraft>) => void;
  /** Gives the seat at hand, or another one, its vote; the same once more takes it back. */
  cast: (outcome: DecisionOutcome, seat?: OpenSeat) => void;
  refusalOf: (seat: OpenSeat) => string | undefined;
  record: () => Promise<void>;
  /** Votes that are called out and not recorded yet. */
  given: number;
  pending: boolean;
};

/** The votes of one item: called out one after the other, recorded in one go, and kept until they are. */
export function useVotes(item: AgendaItem, present: readonly string[]): Votes {
  const key = `cab.votes.${item.id}`;
  const decide = useCommand('cab.decide');
  const [drafts, setDrafts] = useState<VoteDrafts>(() => keptDrafts(key));
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<string | null>(null);
  const seats = openSeats(item, present);
  const draftOf = (seat: OpenSeat) => drafts[seat.key] ?? blankVote(seat);
  const current =
    seats.find((seat) => seat.key === chosen) ??
    seats.find((seat) => draftOf(seat).outcome === null) ??
    seats[0];
  const given = seats.filter((seat) => draftOf(seat).outcome !== null);

  const keep = useCallback(
    (change: (before: VoteDrafts) => VoteDrafts) =>
      setDrafts((before) => {
        const after = change(before);
        if (Object.keys(after).length === 0) dropDraft(key);
        else writeDraft(key, after);
        return after;
      }),
    [key],
  );
  const patch = (seat: OpenSeat, change: Partial<VoteDraft>) => {
    setRefusals(({ [seat.key]: _answered, ...others }) => others);
    keep((before) => ({
      ...before,
      [seat.key]: { ...(before[seat.key] ?? blankVote(seat)), ...change },
    }));
  };
  const cast = (outcome: DecisionOutcome, seat = current) => {
    if (seat === undefined) return;
    const isBack = draftOf(seat).outcome === outcome;
    patch(seat, { outcome: isBack ? null : outcome });
    const next = seats[seats.indexOf(seat) + 1];
    const stays = isBack || asksMore(outcome) || next === undefined;
    setChosen(stays ? seat.key : next.key);
  };
  const record = async () => {
    const missing = given.flatMap((seat): [string, string][] => {
      const what = missingOf(draftOf(seat));
      return what === null ? [] : [[seat.key, what]];
    });
    const refused: Record<string, string> = Object.fromEntries(missing);
    const ready = given.filter((seat) => refused[seat.key] === undefined);
    let recorded = 0;
    for (const [gateId, ofGate] of Map.groupBy(ready, (seat) => seat.gateId)) {
      const votes = ofGate.flatMap((seat) => voteOf(seat, draftOf(seat)) ?? []);
      const answer = await decide.run({ itemId: item.id, gateId, votes });
      const why = (seat: OpenSeat): string | undefined =>
        answer.ok
          ? answer.value.refused.find(
              // One person can be in several seats of a gate, and each vote has its own answer.
              ({ personId, placeKey }) =>
                personId === draftOf(seat).personId && placeKey === seat.placeKey,
            )?.message
          : answer.error.message;
      for (const seat of ofGate) {
        const message = why(seat);
        if (message !== undefined) refused[seat.key] = message;
      }
      if (answer.ok) recorded += answer.value.recorded.length;
      const done = ofGate.filter((seat) => refused[seat.key] === undefined);
      keep((before) => without(before, done));
    }
    setRefusals(refused);
    setChosen(Object.keys(refused)[0] ?? null);
    if (recorded > 0) showToast({ text: `${counted(recorded, 'vote')} recorded` });
  };
  const walk = (by: 1 | -1) => {
    const next = current === undefined ? seats[0] : seats[seats.indexOf(current) + by];
    if (next !== undefined) setChosen(next.key);
  };
  return {
    ...{ seats, current, draftOf, patch, cast, record, walk },
    choose: setChosen,
    refusalOf: (seat) => refusals[seat.key],
    given: given.length,
    pending: decide.pending,
  };
}

function keptDrafts(key: string): VoteDrafts {
  const kept = voteDrafts.safeParse(readDraft(key));
  return kept.success ? kept.data : {};
}

function without(drafts: VoteDrafts, seats: readonly OpenSeat[]): VoteDrafts {
  const gone = new Set(seats.map((seat) => seat.key));
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => !gone.has(key)));
}
