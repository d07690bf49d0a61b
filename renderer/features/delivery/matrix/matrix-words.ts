import type { CellEvent, DriftKind, MatrixCell, ShownFact } from '#shared/model/delivery/matrix.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

export const driftWords: Record<DriftKind, string> = {
  'differs-from-staging': 'Differs from staging',
  'never-in-staging': 'Never in staging',
  old: 'Old',
};

/** How each kind of drift is drawn; its word stands beside. */
export const driftLook: Record<DriftKind, StatusKind> = {
  'differs-from-staging': 'failed',
  'never-in-staging': 'exception',
  old: 'out-of-date',
};

export const sourceWords: Record<ShownFact['source'], string> = {
  recorded: 'Recorded by hand at its release',
  deployment: 'A deployment its provider tells of',
  rollout: 'Seen at its provider',
};

export const kindWords: Record<EnvironmentKind, string> = {
  development: 'Development',
  test: 'Test',
  staging: 'Staging',
  production: 'Production',
};

export const eventWords: Record<CellEvent['what'], string> = {
  deployed: 'Deployed',
  'rolled-back': 'Rolled back',
  failed: 'Failed',
  'under-way': 'Under way',
  seen: 'Seen',
};

export const eventLook: Record<CellEvent['what'], StatusKind> = {
  deployed: 'passed',
  'rolled-back': 'exception',
  failed: 'failed',
  'under-way': 'running',
  seen: 'passed',
};

/** A cell on one line, as it is copied: version, since when, what drifts. */
export function cellText(cell: MatrixCell | null): string {
  if (cell === null) return '';
  const { stands, drift, underWay } = cell;
  const parts = [
    ...(stands === null ? [] : [stands.version, `since ${stands.since.slice(0, 10)}`]),
    ...drift.map(({ kind }) => driftWords[kind].toLowerCase()),
    ...(underWay === null ? [] : [`${underWay.version} under way`]),
  ];
  return parts.join(' · ');
}
