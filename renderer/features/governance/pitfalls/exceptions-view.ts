import type { ExceptionRule, ExceptionView } from '#shared/model/governance/exceptions.ts';

export const stateChoices = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'expired', label: 'Expired' },
  { value: 'refused', label: 'Refused' },
] as const;
type StateChoice = (typeof stateChoices)[number]['value'];

export function stateChosen(text: string | undefined): StateChoice {
  return stateChoices.find(({ value }) => value === text)?.value ?? 'all';
}

/** Open is what is asked for and what is in force. */
export function isShown(
  one: Pick<ExceptionView, 'state' | 'rule'>,
  state: StateChoice,
  rule: ExceptionRule | undefined,
): boolean {
  if (rule !== undefined && one.rule !== rule) return false;
  if (state === 'all') return true;
  if (state === 'open') return one.state === 'asked' || one.state === 'granted';
  return one.state === state;
}

/** How many exceptions each rule has, the most first. */
export function ruleCounts(all: readonly Pick<ExceptionView, 'rule'>[]) {
  return [...Map.groupBy(all, ({ rule }) => rule)]
    .map(([rule, of]) => ({ rule, count: of.length }))
    .toSorted((a, b) => b.count - a.count);
}

export function proposalsOf(all: readonly Pick<ExceptionView, 'proposal'>[]): string[] {
  return [...new Set(all.flatMap(({ proposal }) => (proposal === null ? [] : [proposal])))];
}
