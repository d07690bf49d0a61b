import { z } from 'zod';
import { dateText, id } from '../primitives.ts';
import { roleKey } from '../workspace/people.ts';

/** Who asked for a gate: a policy and a template ask again by themselves, a hand does not. */
export const gateSources = ['policy', 'template', 'hand'] as const;
export const gateSource = z.enum(gateSources);
export type GateSource = z.infer<typeof gateSource>;

const most = z.number().int().min(0);
const percent = z.number().min(0).max(100);

/** What an automated gate measures its evidence by; what is absent is not asked. */
export const gateLimits = z.strictObject({
  /** Evidence older than this many days is out of date. */
  maxAgeDays: z.number().int().min(1).max(3650).optional(),
  /** Tests that may fail, and that may fail although they passed in the last release. */
  failedTests: most.optional(),
  newFailedTests: most.optional(),
  lineCoveragePercent: percent.optional(),
  branchCoveragePercent: percent.optional(),
  /** How many findings of each severity are let pass, and how many the last release did not have. */
  findings: z
    .strictObject({
      critical: most.optional(),
      high: most.optional(),
      medium: most.optional(),
      low: most.optional(),
    })
    .optional(),
  newFindings: most.optional(),
  p95Ms: z.number().min(0).optional(),
  p99Ms: z.number().min(0).optional(),
  failedRequestPercent: percent.optional(),
  requestsPerSecond: z.number().min(0).optional(),
  /**
   * A measure by its key, and what it must lie between, over the services of the release: shares in
   * percent, times in minutes, frequencies a week.
   */
  measure: z
    .strictObject({
      key: z.string().max(60),
      atLeast: z.number().min(0, 'is below 0; nothing measured is').optional(),
      atMost: z.number().min(0, 'is below 0; nothing measured is').optional(),
      /** How many days back from now it looks; absent means 90. */
      days: z
        .number()
        .int()
        .min(7, 'is below 7 days; a week has too few releases to say something')
        .max(730, 'is beyond 730 days; older releases say little')
        .optional(),
    })
    .optional(),
  /** What monitoring has to say; what is absent is as usual. */
  monitoring: z
    .strictObject({
      /** Absent means both. */
      asks: z
        .array(z.enum(['metrics', 'alerts']))
        .min(1, 'asks nothing; name metrics, alerts or both')
        .optional(),
      /** Results of metric checks older than this are out of date. */
      maxAgeMinutes: z.number().int().min(1).max(525_600).optional(),
      /** How long after a deployment alerts still count; absent means 30. */
      watchMinutes: z.number().int().min(0).max(10_080, 'is longer than a week').optional(),
      /** How long nobody may have looked at the alerts meanwhile; absent means 15. */
      gapMinutes: z
        .number()
        .int()
        .min(1, 'is below 1 minute; nobody looks as often')
        .max(10_080, 'is longer than a week')
        .optional(),
    })
    .optional(),
});
export type GateLimits = z.infer<typeof gateLimits>;

/** What a gate asks for and on whose behalf, beside what it looks at. */
export const gateTerms = z.strictObject({
  source: gateSource,
  /** Null where a policy of the program's own asked, or none. */
  policyId: id.nullable(),
  /** The policy with its version, as it was called; empty where none asked. */
  policyName: z.string(),
  /** The rules of the policy that asked for it, by key. */
  ruleKeys: z.array(z.string()),
  /** The role that answers for it; null where the matrix of responsibilities says who. */
  accountableRole: roleKey.nullable(),
  /** How many of its places must be filled; null means all of them. */
  needed: z.number().int().min(1).nullable(),
  /** Places decide one after the other, in their order. */
  inOrder: z.boolean(),
  dueOn: dateText.nullable(),
  limits: gateLimits,
});
export type GateTerms = z.infer<typeof gateTerms>;
