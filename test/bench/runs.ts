import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { normaliseRun } from '#core/sync/github/normalise-run.ts';
import { aRun } from '../support/servers/runs.ts';

/** Runs as GitHub exports them: every field, about 10 KB each. */
export function rawRuns(count: number, full: boolean, from = 0) {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const created = new Date(Date.UTC(2025, 0, 1) + number * 61_000).toISOString();
    return aRun({ id: 10_000_000_000 + number, created_at: created, full });
  });
}

export function normalisedRuns(count: number): NormalisedRun[] {
  return rawRuns(count, false).flatMap((raw) => normaliseRun(raw, 'bench', []) ?? []);
}
