import type { DecisionOutcome, Evidence, GateStatus } from '#shared/model/governance/gates.ts';

/** What a check found out: one line, what is still needed, and what it rests on. */
export type GateOutcome = {
  status: GateStatus;
  summary: string;
  needs: string[];
  evidence: Evidence[];
  /** When the oldest imported fact was fetched; null where nothing was imported. */
  asOf: string | null;
};

/** The one that stands most in the way first: a refusal outweighs old facts, those an open question. */
const severity: readonly GateStatus[] = [
  'failed',
  'out-of-date',
  'waiting',
  'running',
  'passed',
  'not-applicable',
];

/** The most severe of several; not applicable when there are none. */
export function worstStatus(statuses: readonly GateStatus[]): GateStatus {
  return severity.find((status) => statuses.includes(status)) ?? 'not-applicable';
}

/** Evidence computed from the workspace's own records rather than imported. */
export function ownEvidence(what: string, status: GateStatus, source: string): Evidence {
  return { what, status, source, asOf: null, url: null, runId: null, acknowledgeable: false };
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** `1 item`, `2 items`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const outcomeWords: Record<DecisionOutcome, string> = {
  go: 'go',
  'conditional-go': 'conditional go',
  'no-go': 'no-go',
  deferred: 'deferral',
  abstain: 'abstention',
};

/** A text as the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
