import { z } from 'zod';
import { phase } from '../planning/releases.ts';
import { roleKey } from '../workspace/people.ts';
import { gateLimits } from './gate-terms.ts';
import { factGroup, gateCheck } from './gates.ts';

/** More than anybody reads; what is longer is a mistake. */
export const mostPolicyGates = 80;
export const mostPolicyRules = 120;

const sentence = (of: string, most: number) =>
  z
    .string(`is expected to be ${of}`)
    .trim()
    .min(1, `is empty; write ${of}`)
    .max(most, `is longer than ${most} characters; shorten it`);

const key = z
  .string('is expected to be a key: lower-case words joined by hyphens')
  .max(60, 'is longer than 60 characters; shorten it')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is no key: lower-case words joined by hyphens');

/** A seat of a gate: whoever holds the role, or the person it names, who then speaks for the role. */
export const policyPlace = z.union(
  [
    roleKey,
    z.strictObject({
      role: roleKey,
      /** A name, or the e-mail address where several have the name. */
      person: sentence('the name or e-mail of a person', 200),
    }),
  ],
  'is expected to be the key of a role, or { role: key, person: "Name or e-mail" }',
);
export type PolicyPlace = z.infer<typeof policyPlace>;

/** One gate of the catalogue of a policy; which releases have it, its rules say. */
export const policyGate = z.strictObject({
  name: sentence('what the gate is called', 200),
  phase: phase.exclude(['closed']),
  check: gateCheck,
  /** Who decides, a seat each; none for an automated gate. */
  places: z.array(policyPlace).max(20, 'has more than 20 seats').default([]),
  /** How many of the seats must be filled; absent means all of them. */
  needed: z.number().int().min(1, 'is below 1; at least one seat decides').optional(),
  /** The seats decide one after the other. */
  inOrder: z.boolean().default(false),
  /** What a decision binds; absent means all of it. */
  facts: z.array(factGroup).min(1, 'binds nothing; leave it out to bind all facts').optional(),
  accountable: roleKey.optional(),
  limits: gateLimits.default({}),
  why: sentence('why the gate is there, in a sentence', 1000),
});
export type PolicyGate = z.infer<typeof policyGate>;

export const policyRule = z.strictObject({
  key,
  /** A CEL condition; absent means every release. */
  when: z
    .union([z.string().trim().max(2000, 'is longer than 2,000 characters'), z.boolean()])
    .optional(),
  add: z
    .array(key, 'is expected to be a list of gate keys')
    .min(1, 'adds no gate; name at least one'),
  why: sentence('why the rule is there, in a sentence', 500),
});
export type PolicyRule = z.infer<typeof policyRule>;

/** What the text of a policy says once it is read as YAML. */
export const policyDocument = z.strictObject({
  name: sentence('what the policy is called', 120),
  about: z.string().trim().max(2000, 'is longer than 2,000 characters').default(''),
  /** By key, in the order in which they stand on a release. */
  gates: z.record(key, policyGate),
  rules: z
    .array(policyRule, 'is expected to be a list of rules')
    .min(1, 'has no rule, so no release would have a gate')
    .max(mostPolicyRules, `has more than ${mostPolicyRules} rules`),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** Something wrong with a policy, where it stands in its text; lines and columns count from 1. */
export const policyProblem = z.strictObject({
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
});
export type PolicyProblem = z.infer<typeof policyProblem>;
