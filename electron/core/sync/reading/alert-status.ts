import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
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
