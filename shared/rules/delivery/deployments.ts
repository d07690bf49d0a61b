import type { DeploymentResult } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';

export type RecordedDeployment = {
  actualStartAt: string;
  actualEndAt: string | null;
  result: DeploymentResult | null;
};

/**
 * A deployment as it went: nothing lies ahead of `now`, the end not before the start, and whoever
 * knows the result knows when it ended. All that is wrong is told at once, by field.
 */
export function checkRecorded(recorded: RecordedDeployment, now: string): void {
  const { actualStartAt, actualEndAt, result } = recorded;
  const fields: FieldMessages = {};
  if (actualStartAt > now) fields['actualStartAt'] = 'lies ahead; record it once it has begun';
  if (actualEndAt !== null && actualEndAt > now) {
    fields['actualEndAt'] = 'lies ahead; leave it empty until it is over';
  } else if (actualEndAt !== null && actualEndAt < actualStartAt) {
    fields['actualEndAt'] = 'is before the start; correct one of the two';
  }
  if (result !== null && actualEndAt === null) {
    fields['actualEndAt'] = 'is missing; a deployment with a result has ended';
  }
  if (result === null && actualEndAt !== null) {
    fields['result'] = 'is missing; say how it went';
  }
  refuse(fields, 'The deployment was not recorded');
}

/** Times of an incident: detected, then resolved, and neither ahead of `now`. */
export function checkIncident(
  { detectedAt, resolvedAt }: { detectedAt: string; resolvedAt: string | null },
  now: string,
): void {
  const fields: FieldMessages = {};
  if (detectedAt > now) fields['detectedAt'] = 'lies ahead; give the time it was noticed';
  if (resolvedAt !== null && resolvedAt > now) {
    fields['resolvedAt'] = 'lies ahead; leave it empty until it is resolved';
  } else if (resolvedAt !== null && resolvedAt < detectedAt) {
    fields['resolvedAt'] = 'is before it was detected; correct one of the two';
  }
  refuse(fields, 'The incident was not recorded');
}

function refuse(fields: FieldMessages, what: string): void {
  const told = Object.entries(fields).map(([field, message]) => `${words[field]} ${message}`);
  if (told.length > 0) throw new Refusal('invalid_input', `${what}: ${told.join('; ')}.`, fields);
}

const words: Record<string, string> = {
  actualStartAt: 'the start',
  actualEndAt: 'the end',
  result: 'the result',
  detectedAt: 'the time it was detected',
  resolvedAt: 'the time it was resolved',
};
