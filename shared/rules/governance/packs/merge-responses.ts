import type { PackAnswer, PackResponseState } from '#shared/model/governance/packs.ts';

export type EarlierResponse = {
  id: string;
  state: PackResponseState;
  answers: readonly PackAnswer[];
};

/** How an answer joins those the same person gave to the pack before. */
export type Merge = {
  /** Earlier answers that say something else about one of the gates: a person chooses. */
  contradicts: string[];
  /** The gates that nobody has to choose about: not answered before by this person. */
  fresh: string[];
};

/**
 * An answer that repeats an earlier one, or speaks of other gates, takes nothing back. One that says
 * something else waits as a whole: what somebody meant is not put together from two files.
 */
export function mergeResponse(
  earlier: readonly EarlierResponse[],
  answers: readonly PackAnswer[],
): Merge {
  const inForce = earlier.filter(({ state }) => state !== 'set-aside');
  const contradicts = inForce
    .filter((response) => contradict(response.answers, answers))
    .map(({ id }) => id);
  if (contradicts.length > 0) return { contradicts, fresh: [] };
  const known = new Set(inForce.flatMap((response) => response.answers.map((each) => each.gateId)));
  const fresh = answers.map(({ gateId }) => gateId).filter((gateId) => !known.has(gateId));
  return { contradicts, fresh };
}

/** Whether one gate is answered one way and the other. */
export function contradict(before: readonly PackAnswer[], after: readonly PackAnswer[]): boolean {
  return after.some((answer) => {
    const other = before.find(({ gateId }) => gateId === answer.gateId);
    return other !== undefined && !saysTheSame(other, answer);
  });
}

/** Whether two answers are the same decision; when they were signed does not matter. */
export function saysTheSame(a: PackAnswer, b: PackAnswer): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ outcome, comment, conditions, deferredTo }: PackAnswer): string {
  const own = conditions.map(({ text, ownerId, dueOn }) => [text, ownerId, dueOn]);
  return JSON.stringify([outcome, comment, own, deferredTo]);
}
