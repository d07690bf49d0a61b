import type { Outcome } from '#shared/model/planning/releases.ts';

export { phaseNames as phaseWords } from '#shared/rules/planning/life.ts';

export const outcomeWords: Record<Outcome, string> = {
  released: 'Released',
  'rolled-back': 'Rolled back',
  cancelled: 'Cancelled',
};
