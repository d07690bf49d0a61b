import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { word } from '../reading/place.ts';

export type ApplicationWords = {
  phase: string | null | undefined;
  sync: string | null | undefined;
  health: string | null | undefined;
  /** A condition says that the wanted and the live state could not be compared. */
  comparisonFailed: boolean;
  automated: boolean;
};

/** The first that fits, in the order of the provider facts. */
export function applicationStatus(told: ApplicationWords): RunStatus {
  const phase = word(told.phase);
  const sync = word(told.sync);
  const health = word(told.health);
  if (phase === 'running' || phase === 'terminating') return 'running';
  if (phase === 'failed' || phase === 'error') return 'failed';
  if (phase !== '' && phase !== 'succeeded') return 'unknown';
  if (health === 'degraded') return 'failed';
  if (health === 'progressing') return 'running';
  if (health === 'suspended') return 'needs-approval';
  if (sync === '' || health === '') return 'unknown';
  if (sync === 'synced' && health === 'healthy') return 'succeeded';
  const isKnown = ['healthy', 'missing', 'unknown'].includes(health);
  if (sync === 'outofsync' && isKnown) return told.automated ? 'queued' : 'needs-approval';
  const isLost = health === 'missing' || health === 'unknown' || sync === 'unknown';
  return isLost && told.comparisonFailed ? 'failed' : 'unknown';
}
