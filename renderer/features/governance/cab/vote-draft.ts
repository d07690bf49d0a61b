import { z } from 'zod';
import type { Input } from '#shared/contract/index.ts';
import type { AgendaGate, AgendaItem } from '#shared/model/governance/cab-views.ts';
import { decisionOutcome } from '#shared/model/governance/gates.ts';
import type { DecisionOutcome, StandInAt } from '#shared/model/governance/gates.ts';
import { ableIn } from '#shared/rules/governance/stand-ins.ts';

/** A seat that is asked in a meeting, and who can fill it. */
export type OpenSeat = {
  key: string;
  gateId: string;
  gate: string;
  placeKey: string;
  role: string;
  /** Those whose seat it is, and those who can stand in for them. */
  personIds: string[];
  standIns: StandInAt[];
};

const voteCondition = z.object({ text: z.string(), ownerId: z.string(), dueOn: z.string() });
export type VoteCondition = z.infer<typeof voteCondition>;

/** A vote as it was called out, before it is recorded. */
export const voteDraft = z.object({
  personId: z.string(),
  outcome: decisionOutcome.nullable(),
  comment: z.string(),
  deferredTo: z.string(),
  /** Of a conditional go; one at least, blank until it is typed. */
  conditions: z.array(voteCondition).min(1),
});
export type VoteDraft = z.infer<typeof voteDraft>;

export const voteDrafts = z.record(z.string(), voteDraft);
export type VoteDrafts = z.infer<typeof voteDrafts>;

/** The keys of a vote, pressed while its seat is the one at hand. */
export const voteKeys: readonly { outcome: DecisionOutcome; key: string; word: string }[] = [
  { outcome: 'go', key: 'g', word: 'Go' },
  { outcome: 'conditional-go', key: 'c', word: 'Conditional go' },
  { outcome: 'no-go', key: 'x', word: 'No-go' },
  { outcome: 'deferred', key: 'f', word: 'Defer' },
  { outcome: 'abstain', key: 'a', word: 'Abstain' },
];

export function seatKey(gateId: string, placeKey: string): string {
  return `${gateId} ${placeKey}`;
}

/** The seats of an item nobody fills, those of people in the room first among who can. */
export function openSeats({ gates }: AgendaItem, present: readonly string[]): OpenSeat[] {
  return gates.flatMap((gate) => openSeatsOf(gate, present));
}

export function openSeatsOf(
  { id, name, seats, openKeys }: AgendaGate,
  present: readonly string[],
): OpenSeat[] {
  return seats
    .filter(({ key }) => openKeys.includes(key))
    .map(({ key, roleName, personIds, standIns }) => ({
      ...{ key: seatKey(id, key), gateId: id, gate: name, placeKey: key, role: roleName, standIns },
      personIds: ableIn({ personIds, standIns }).toSorted(
        (a, b) => Number(present.includes(b)) - Number(present.includes(a)),
      ),
    }));
}

export const blankCondition: VoteCondition = { text: '', ownerId: '', dueOn: '' };

export function blankVote(seat: OpenSeat): VoteDraft {
  return {
    ...{ personId: seat.personIds[0] ?? '', outcome: null, comment: '', deferredTo: '' },
    conditions: [blankCondition],
  };
}

/** An outcome that says more than a word has fields of its own. */
export function asksMore(outcome: DecisionOutcome | null): boolean {
  return outcome === 'conditional-go' || outcome === 'no-go' || outcome === 'deferred';
}

type Vote = Input<'cab.decide'>['votes'][number];

/** What is sent; fields another outcome left behind are not. */
export function voteOf(seat: OpenSeat, draft: VoteDraft): Vote | null {
  const { personId, outcome, comment, deferredTo } = draft;
  if (outcome === null) return null;
  const conditions = outcome === 'conditional-go' ? draft.conditions : [];
  return {
    ...{ personId, placeKey: seat.placeKey, outcome, conditions },
    comment: asksMore(outcome) ? comment : '',
    ...(outcome === 'deferred' && deferredTo !== '' ? { deferredTo } : {}),
  };
}

/** What a vote still needs before it can be sent; null when it is whole. */
export function missingOf(draft: VoteDraft): string | null {
  const { outcome, personId, comment, deferredTo, conditions } = draft;
  if (outcome === null) return null;
  if (personId === '') return 'Choose whose vote it is.';
  if (outcome === 'no-go' && comment.trim() === '') {
    return 'Say why it is a no-go, so that others know what would change it.';
  }
  if (outcome === 'deferred' && deferredTo === '') return 'Give the day it is taken up again.';
  if (outcome !== 'conditional-go') return null;
  const half = conditions.findIndex(
    ({ text, ownerId, dueOn }) => text.trim() === '' || ownerId === '' || dueOn === '',
  );
  if (half === -1) return null;
  const which = conditions.length === 1 ? 'the condition' : `condition ${half + 1}`;
  return `Give ${which}, who sees to it and until when.`;
}
