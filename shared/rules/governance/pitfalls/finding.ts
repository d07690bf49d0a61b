import type { PitfallRow } from '#shared/model/governance/pitfalls.ts';

/** What a check comes to: `tooFew` says why nothing can be concluded, and is empty where it can. */
export type PitfallFinding = { looked: number; said: string; tooFew: boolean; rows: PitfallRow[] };

/** `1 release`, `2,000 releases`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** A duration in the largest unit that is worth saying. */
export function spanInWords(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 1) return `${Math.round(ms / 60_000)} min`;
  if (hours < 48) return `${Math.round(hours * 10) / 10} h`;
  return `${Math.round((hours / 24) * 10) / 10} d`;
}

export const dayMs = 86_400_000;
