import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { word } from './place.ts';

/**
 * Prometheus says firing, pending and inactive; Alertmanager active, suppressed and resolved. An
 * `unprocessed` one may yet be suppressed: nothing is known of it.
 */
const states = new Map<string, RunStatus>([
  ['firing', 'failed'],
  ['active', 'failed'],
  ['pending', 'running'],
  ['suppressed', 'skipped'],
  ['inactive', 'succeeded'],
  ['resolved', 'succeeded'],
]);

export function alertStatus(raw: string | null | undefined): RunStatus {
  return states.get(word(raw)) ?? 'unknown';
}

/**
 * Several groups of Alertmanager may hold one alert, muted in some only, and two rules of Prometheus
 * raise the same one: it is as bad as the worst of them says.
 */
export function worstOfEach(rows: NormalisedRow[]): NormalisedRow[] {
  const kept = new Map<string, NormalisedRow>();
  for (const row of rows) {
    const known = kept.get(row.externalId);
    if (known === undefined || rank(row) < rank(known)) kept.set(row.externalId, row);
  }
  return [...kept.values()];
}

function rank(row: NormalisedRow): number {
  const worst = ['failed', 'running', 'unknown', 'skipped'];
  const at = 'status' in row ? worst.indexOf(row.status) : -1;
  return at === -1 ? worst.length : at;
}
