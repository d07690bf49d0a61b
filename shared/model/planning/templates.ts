import { z } from 'zod';
import { shortText } from '../primitives.ts';
import { factGroup, gateCheck, gatePlace } from '../governance/gates.ts';
import { roleKey } from '../workspace/people.ts';
import { phase, releaseType } from './releases.ts';

/** What a release can have about it that a template asks more of. */
export const templateFacts = ['financial-service', 'critical-service', 'data-migration'] as const;
export const templateFact = z.enum(templateFacts);
export type TemplateFact = z.infer<typeof templateFact>;

/** When a gate of a template is there: as soon as one of these is true. */
export const templateCondition = z.strictObject({ anyOf: z.array(templateFact).min(1) });
export type TemplateCondition = z.infer<typeof templateCondition>;

export const templateGate = z.strictObject({
  key: z.string().max(60),
  name: shortText,
  phase,
  check: gateCheck,
  /** Empty for an automated gate. */
  places: z.array(gatePlace),
  /** The facts a decision binds; absent means all of them. */
  facts: z.array(factGroup).optional(),
  /** The reason in a sentence; the template, the rule and the facts it saw are put before it. */
  why: z.string().min(1),
  /** Absent means always. */
  when: templateCondition.optional(),
});
export type TemplateGate = z.infer<typeof templateGate>;

/** A kind of release: what is filled in when one is created. A file in resources/templates/release. */
export const releaseTemplate = z.strictObject({
  type: releaseType,
  name: shortText,
  about: z.string().min(1),
  /** Days before the start on which build and readiness begin, and after it on which the review does. */
  leadDays: z.strictObject({
    build: z.number().int().min(0),
    readiness: z.number().int().min(0),
    postRelease: z.number().int().min(0),
  }),
  roles: z.array(roleKey),
  gates: z.array(templateGate).min(1),
  checklist: z.array(z.strictObject({ phase, text: shortText })),
});
export type ReleaseTemplate = z.infer<typeof releaseTemplate>;
