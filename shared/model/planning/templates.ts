import { z } from 'zod';
import { id, instant, rev, shortText } from '../primitives.ts';
import { gateLimits } from '../governance/gate-terms.ts';
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
  /** How many of its places must be filled; absent means all of them. */
  needed: z.number().int().min(1).optional(),
  /** Places decide one after the other, in their order; absent means side by side. */
  inOrder: z.boolean().optional(),
  /** What an automated gate measures by; absent means what its check asks by itself. */
  limits: gateLimits.optional(),
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
  /** What it asks for beside the policy; the program's own ask for nothing more. */
  gates: z.array(templateGate),
  checklist: z.array(z.strictObject({ phase, text: shortText })),
});
export type ReleaseTemplate = z.infer<typeof releaseTemplate>;

/** What a template brings, apart from what it is called. */
export const templateContent = releaseTemplate.omit({ name: true, about: true });
export type TemplateContent = z.infer<typeof templateContent>;

/** A template as somebody edits it: whether it is whole is told with the place of each part. */
export const templateDraft = z.strictObject({
  ...templateContent.shape,
  leadDays: z.strictObject({ build: z.number(), readiness: z.number(), postRelease: z.number() }),
  roles: z.array(z.string()).max(200),
  gates: z
    .array(
      z.strictObject({
        ...templateGate.shape,
        key: z.string(),
        name: z.string(),
        places: z.array(z.strictObject({ key: z.string(), roleKey: z.string() })).max(200),
        needed: z.number().optional(),
        why: z.string(),
        when: z.strictObject({ anyOf: z.array(templateFact) }).optional(),
      }),
    )
    .max(200),
  checklist: z.array(z.strictObject({ phase, text: z.string() })).max(1000),
});
export type TemplateDraft = z.infer<typeof templateDraft>;

/** What a template fills in, as people compare them before they choose one. */
export const describedTemplate = z.strictObject({
  type: releaseType,
  name: z.string(),
  about: z.string(),
  gates: z.array(z.strictObject({ name: z.string(), phase, why: z.string(), when: z.string() })),
  checklist: z.array(z.strictObject({ phase, text: z.string() })),
  roles: z.array(z.string()),
  leadDays: z.strictObject({ build: z.number(), readiness: z.number(), postRelease: z.number() }),
});
export type DescribedTemplate = z.infer<typeof describedTemplate>;

/** One of the list to choose from. The program's own have no id and no version. */
export const templateSummary = z.strictObject({
  ...describedTemplate.shape,
  own: z
    .strictObject({ id, versionId: id, number: z.number().int(), savedAt: instant, savedById: id })
    .nullable(),
  /** Releases made from it, whatever became of them. */
  releases: z.number().int(),
});
export type TemplateSummary = z.infer<typeof templateSummary>;

export const templateVersion = z.strictObject({
  id,
  number: z.number().int(),
  at: instant,
  byId: id,
  /** What was changed and why, in the words of whoever saved it. */
  note: z.string(),
  releases: z.number().int(),
});
export type TemplateVersion = z.infer<typeof templateVersion>;

/** A template of the workspace's own with all its versions, newest first. */
export const templateView = z.strictObject({
  id,
  /** The number of the newest version: each save adds one. */
  rev,
  name: z.string(),
  about: z.string(),
  /** True when it is no longer offered. */
  removed: z.boolean(),
  /** The version that is shown. */
  number: z.number().int(),
  content: templateContent,
  versions: z.array(templateVersion),
});
export type TemplateView = z.infer<typeof templateView>;

/** The template a release was made from, as it is called now. */
export const templateOrigin = z.strictObject({
  templateId: id,
  versionId: id,
  name: z.string(),
  number: z.number().int(),
  removed: z.boolean(),
});
export type TemplateOrigin = z.infer<typeof templateOrigin>;

/** What of a template differs between two of its versions; null where there was or is nothing. */
export const templateChange = z.strictObject({
  what: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type TemplateChange = z.infer<typeof templateChange>;
