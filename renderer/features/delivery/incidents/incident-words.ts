import type { Incident, Severity } from '#shared/model/delivery/incidents.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { spanText } from '../../../components/when-text.ts';

export const severityWords: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** `open`, or how long it took from detection to resolution. */
export function standingOf({ detectedAt, resolvedAt }: Incident): {
  kind: StatusKind;
  word: string;
} {
  if (resolvedAt === null) return { kind: 'failed', word: 'Open' };
  const took = Date.parse(resolvedAt) - Date.parse(detectedAt);
  return { kind: 'passed', word: `Resolved after ${spanText(took)}` };
}
