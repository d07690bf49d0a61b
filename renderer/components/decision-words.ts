import type { StatusKind } from '../app/theme/tokens.ts';

/** The words of a decision; those of the model, so that a new outcome does not compile without one. */
export const outcomeLook = {
  go: { word: 'Go', status: 'passed' },
  'conditional-go': { word: 'Conditional go', status: 'waiting' },
  'no-go': { word: 'No-go', status: 'failed' },
  abstain: { word: 'Abstained', status: 'not-applicable' },
  deferred: { word: 'Deferred', status: 'waiting' },
} as const satisfies Record<string, { word: string; status: StatusKind }>;
export type OutcomeKey = keyof typeof outcomeLook;

export const channelWords = {
  self: 'in person',
  meeting: 'in a meeting',
  'response-file': 'by response file',
  'e-mail': 'by e-mail',
} as const;
export type ChannelKey = keyof typeof channelWords;
