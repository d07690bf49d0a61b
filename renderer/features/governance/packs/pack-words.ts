import type {
  PackResponseState,
  PackSummary,
  PackCandidate,
} from '#shared/model/governance/packs.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

type Look = { kind: StatusKind; label: string };

export const reviewerLook: Record<PackSummary['reviewers'][number]['state'], Look> = {
  waiting: { kind: 'waiting', label: 'No answer yet' },
  answered: { kind: 'passed', label: 'Answered' },
  conflicting: { kind: 'failed', label: 'Two answers' },
};

export const responseLook: Record<PackResponseState, Look> = {
  taken: { kind: 'passed', label: 'Counts' },
  conflicting: { kind: 'failed', label: 'Contradicts another' },
  'set-aside': { kind: 'not-applicable', label: 'Set aside' },
};

/** `2 of 3 answered`, and what needs somebody first. */
export function packLook({ reviewers, expired }: PackSummary): Look {
  const answered = reviewers.filter(({ state }) => state === 'answered').length;
  const count = `${answered} of ${reviewers.length} answered`;
  if (reviewers.some(({ state }) => state === 'conflicting')) {
    return { kind: 'failed', label: 'Two answers: choose' };
  }
  if (answered === reviewers.length) return { kind: 'passed', label: count };
  return expired
    ? { kind: 'out-of-date', label: `Expired, ${count}` }
    : { kind: 'waiting', label: count };
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A gate that passed is asked about only when somebody wants it: its places are filled. */
export function isAsked(
  { id, status }: PackCandidate['gates'][number],
  flipped: ReadonlySet<string>,
): boolean {
  return (status !== 'passed') !== flipped.has(id);
}

export type PackChoice = {
  releaseIds: readonly string[];
  /** Gates that are asked about, or not, other than they would be by themselves. */
  flipped: ReadonlySet<string>;
};

/** The gates of the chosen releases that are ticked. */
export function chosenGates(candidates: readonly PackCandidate[], choice: PackChoice) {
  return candidates
    .filter(({ releaseId }) => choice.releaseIds.includes(releaseId))
    .flatMap(({ gates }) => gates)
    .filter((gate) => isAsked(gate, choice.flipped));
}
