import type { PlacementRule } from '#shared/model/planning/placement.ts';
import type { Clash, Excepted, Granted } from './ground.ts';

/** Names of the rules, as they stand at the head of a finding. */
export const ruleNames: Record<PlacementRule, string> = {
  'hard-freeze': 'Hard freeze',
  'minimum-notice': 'Minimum notice',
  'soft-freeze': 'Soft freeze',
  'outside-window': 'Outside the deployment window',
  'environment-booked': 'Environment taken',
  'shared-service': 'Same service',
  'dependency-order': 'Order of dependencies',
  'owner-absent': 'Owner away',
  'approver-absent': 'Approver away',
  peak: 'Peak period',
  'public-holiday': 'Public holiday',
};

/** Rules nobody needs an exception to: they only warn. */
export const warningRules: readonly PlacementRule[] = [
  'owner-absent',
  'approver-absent',
  'peak',
  'public-holiday',
];

/** Whether an exception is to the rule and the subject of a finding. */
export function isAbout(
  { rule, subjectId }: Excepted,
  { key, subject }: Pick<Clash, 'key' | 'subject'>,
): boolean {
  return rule === key && (subjectId === null || subjectId === subject.id);
}

/**
 * The exception that covers a finding at a start: to its rule, to its subject or to any, and still
 * valid now and then. The one that lasts longest.
 */
export function coveredBy(
  clash: Pick<Clash, 'key' | 'subject'>,
  granted: readonly Granted[],
  startMs: number,
  now: number,
): Granted | null {
  const [longest] = granted
    .filter((each) => isAbout(each, clash) && each.expiresAt > now && each.expiresAt > startMs)
    .toSorted((one, other) => other.expiresAt - one.expiresAt);
  return longest ?? null;
}

/** So many exceptions to one rule within a year say that the rule does not fit. */
export const tooMany = 3;

/** Proposes a change of the rule; null while exceptions to it are rare. */
export function proposalFor(count: number, rule: PlacementRule, subject: string): string | null {
  if (count < tooMany) return null;
  return `${count} exceptions to ${subject} (${ruleNames[rule].toLowerCase()}) were granted within a year. Change the rule rather than grant another one.`;
}
