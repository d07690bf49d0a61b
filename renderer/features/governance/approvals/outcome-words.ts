import type { DecisionChannel, DecisionOutcome } from '#shared/model/governance/gates.ts';

export const outcomeWords: Record<DecisionOutcome, string> = {
  go: 'Go',
  'conditional-go': 'Conditional go',
  'no-go': 'No-go',
  deferred: 'Defer',
  abstain: 'Abstain',
};

/** The button that records it. */
export const recordWords: Record<DecisionOutcome, string> = {
  go: 'Record go',
  'conditional-go': 'Record conditional go',
  'no-go': 'Record no-go',
  deferred: 'Record deferral',
  abstain: 'Record abstention',
};

/** What an outcome does to its gate, where the gate itself does not say. */
export const outcomeMeaning: Record<DecisionOutcome, string> = {
  go: 'The seat is filled. It counts as long as the facts of this gate stay as they are now.',
  'conditional-go': 'The seat is filled; each condition has an owner and a date to be met by.',
  'no-go': 'The gate is blocked until the decision is withdrawn.',
  deferred: 'The seat stays open, and the decision is taken up again later.',
  abstain: 'The seat stays open for somebody else who holds the role.',
};

/** How somebody else’s decision came in; `self` is for one’s own. */
export const channelWords: Record<Exclude<DecisionChannel, 'self'>, string> = {
  meeting: 'In a meeting',
  'response-file': 'By response file',
  'e-mail': 'By e-mail',
};
