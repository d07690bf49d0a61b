import type { Output } from '#shared/contract/index.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { spanText } from '../../../components/when-text.ts';
import { outcomeWords } from './phase-words.ts';

type Summary = Output<'releases.list'>['releases'][number];
export type Standing = { kind: StatusKind; word: string; note: string };

/** Where a release stands in one line: the first thing in its way, or how it ended. */
export function standingOf(
  release: Pick<Summary, 'outcome' | 'readiness' | 'lateMinutes'>,
): Standing {
  if (release.outcome !== null) return endOf(release.outcome, release.lateMinutes);
  const { readiness } = release;
  if (readiness === null) return { kind: 'not-applicable', word: 'Closed', note: '' };
  const { firstInTheWay: first } = readiness;
  if (first === null) return { kind: 'passed', word: 'Ready', note: 'every gate passed' };
  return { kind: first.status, word: first.gate, note: first.summary };
}

function endOf(outcome: NonNullable<Summary['outcome']>, late: number | null): Standing {
  const word = outcomeWords[outcome];
  switch (outcome) {
    case 'released':
      return { kind: 'passed', word, note: lateInWords(late) };
    case 'rolled-back':
      return { kind: 'failed', word, note: lateInWords(late) };
    case 'cancelled':
      return { kind: 'not-applicable', word, note: '' };
    default:
      return assertNever(outcome);
  }
}

/** `41 min late`; within five minutes of the plan is on time. */
export function lateInWords(minutes: number | null): string {
  if (minutes === null) return '';
  if (Math.abs(minutes) <= 5) return 'on time';
  return `${spanText(minutes * 60_000)} ${minutes > 0 ? 'late' : 'early'}`;
}
