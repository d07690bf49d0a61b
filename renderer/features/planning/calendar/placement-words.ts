import type { PlacementCheck, PlacementFinding } from '#shared/model/planning/placement.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How a finding is marked: by icon, word and colour together. */
export function findingLook({
  severity,
  exception,
}: Pick<PlacementFinding, 'severity' | 'exception'>): {
  kind: StatusKind;
  word: string;
} {
  if (exception !== null) return { kind: 'passed', word: 'Exception granted' };
  if (severity === 'blocked') return { kind: 'failed', word: 'Blocked' };
  if (severity === 'needs-exception') return { kind: 'exception', word: 'Needs an exception' };
  return { kind: 'waiting', word: 'Warning' };
}

/** `3 findings, 1 of them blocked`, `nothing stands against the planned start`. */
export function checkInWords({ findings }: Pick<PlacementCheck, 'findings'>): string {
  const open = findings.filter(({ exception }) => exception === null);
  if (open.length === 0) {
    return findings.length === 0
      ? 'nothing stands against the planned start'
      : 'exceptions cover all that stands against the planned start';
  }
  const count = open.length === 1 ? '1 finding' : `${open.length} findings`;
  const blocked = open.filter(({ severity }) => severity === 'blocked').length;
  const needs = open.filter(({ severity }) => severity === 'needs-exception').length;
  const worst = [
    ...(blocked === 0 ? [] : [`${blocked} blocked`]),
    ...(needs === 0 ? [] : [`${needs} in need of an exception`]),
  ];
  return worst.length === 0 ? `${count}, warnings alone` : `${count}, ${worst.join(', ')}`;
}
