import type { RaciLetter } from '#shared/model/governance/raci.ts';

export const letterWords: Record<RaciLetter, string> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
};
