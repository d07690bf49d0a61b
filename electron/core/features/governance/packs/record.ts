import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import type { PackAnswer } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { planDecision, writeDecision } from '../approvals/index.ts';
import { requireGate, seatsOf } from '../gates/index.ts';
import type { PackRow, ResponseRow } from './rows.ts';

export type Answered = {
  pack: PackRow;
  response: ResponseRow;
  personId: string;
  /** Who lets the answer in. */
  recordedById: string;
};

/** A decision as it would be recorded, or why the rules refuse it. */
export function planAnswer(answer: PackAnswer, answered: Answered, context: Context) {
  const plan = (placeKey?: string) => planAt(answer, answered, context, placeKey);
  try {
    return { planned: plan(), why: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Whoever holds two roles speaks in the first of their places that is open.
    const placeKey =
      'placeKey' in (error.fields ?? {}) ? firstOpen(answer, answered, context) : null;
    if (placeKey === null) return { planned: null, why: error.message };
    try {
      return { planned: plan(placeKey), why: '' };
    } catch (second) {
      if (second instanceof Refusal) return { planned: null, why: second.message };
      throw second;
    }
  }
}

/** Records what the rules let in, in the running transaction; the rest says why when it is asked. */
export function recordAnswers(
  write: Write,
  answers: readonly PackAnswer[],
  answered: Answered,
  context: Context,
): void {
  for (const answer of answers) {
    const { planned } = planAnswer(answer, answered, context);
    if (planned !== null) writeDecision(write, planned);
  }
}

function planAt(
  { gateId, outcome, comment, conditions, deferredTo }: PackAnswer,
  { pack, response, personId, recordedById }: Answered,
  context: Context,
  placeKey: string | undefined,
) {
  const item = pack.items.find((each) => each.gateId === gateId);
  if (item === undefined) throw new Error(`Gate ${gateId} is not in pack ${pack.id}`);
  return planDecision(
    {
      ...{ gateId, outcome, comment, conditions, placeKey, decidedById: personId },
      deferredTo: deferredTo ?? undefined,
      channel: 'response-file',
      decidedAt: iso(response.answeredAt),
    },
    context,
    { facts: item.facts, judgedAt: response.answeredAt, responseId: response.id, recordedById },
  );
}

/** One of their own before one they stand in at; who stood in for whom is asked of the day it was signed. */
function firstOpen({ gateId }: PackAnswer, { response, personId }: Answered, { store }: Context) {
  const seats = seatsOf(store, requireGate(store, gateId), response.answeredAt);
  const open = seats.filter(({ decisionId }) => decisionId === null);
  const seat =
    open.find(({ personIds }) => personIds.includes(personId)) ??
    open.find(({ standIns }) => standIns.some((each) => each.personId === personId));
  return seat?.key ?? null;
}
