import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText } from '../primitives.ts';
import { phase, releaseType } from '../planning/releases.ts';
import { roleKey } from '../workspace/people.ts';
import { riskBand } from './risks.ts';

/** What an item must carry before it is done. */
export const evidenceWishes = ['nothing', 'note', 'link', 'file'] as const;
export const evidenceWish = z.enum(evidenceWishes);
export type EvidenceWish = z.infer<typeof evidenceWish>;

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(60);

export const dueDaysBefore = z.number().int().min(-365).max(365);

export const checklistTemplateItem = z.strictObject({
  /** The same through all versions, so that what a list left out can be told. */
  key,
  text: shortText,
  phase,
  ownerRole: roleKey.nullable(),
  /** Calendar days before the start of the release; negative is after it, null has no date. */
  dueDaysBefore: dueDaysBefore.nullable(),
  evidence: evidenceWish,
  /** Items to be settled before it, by key. */
  after: z.array(key).max(50),
  /** Asked for in these alone; empty means in all. */
  types: z.array(releaseType),
  bands: z.array(riskBand),
});
export type ChecklistTemplateItem = z.infer<typeof checklistTemplateItem>;

export const checklistContent = z.strictObject({
  /** Which releases it is for; empty means all. */
  types: z.array(releaseType),
  bands: z.array(riskBand),
  items: z.array(checklistTemplateItem).max(500),
});
export type ChecklistContent = z.infer<typeof checklistContent>;

/** A version as it was saved: added, never changed. */
export const checklistTemplateVersion = z.strictObject({
  id,
  number: z.number().int().positive(),
  content: checklistContent,
  note: longText,
  at: instant,
  byId: id,
});
export type ChecklistTemplateVersion = z.infer<typeof checklistTemplateVersion>;

export const checklistTemplate = z.strictObject({
  id,
  rev,
  name: shortText,
  about: z.string().max(2000),
});
export type ChecklistTemplate = z.infer<typeof checklistTemplate>;

/** What an item knows beside its words and its state. */
export const checklistItemTerms = z.strictObject({
  /** Named by hand; while it is null, whoever has the role on the release owns it. */
  ownerId: id.nullable(),
  ownerRole: roleKey.nullable(),
  /** Set by hand; while it is null, the days before the planned start say when, and move with it. */
  dueOn: dateText.nullable(),
  dueDaysBefore: dueDaysBefore.nullable(),
  evidenceWish,
  evidenceUrl: z.string().max(2000),
  /** Files are attached to the item; this one is its evidence. */
  evidenceAttachmentId: id.nullable(),
  /** Items of the same release to be settled before it. */
  afterIds: z.array(id).max(50),
  /** Null where it came of a template of the program's own, or of none. */
  templateVersionId: id.nullable(),
  /** The template with its version, as it was called; empty where none brought it. */
  templateName: z.string(),
  templateKey: z.string().nullable(),
  /** Why it is on the list: the type or band that asked for it. */
  why: z.string(),
});
export type ChecklistItemTerms = z.infer<typeof checklistItemTerms>;

/** A template as somebody edits it: whether it is whole is told with the place of each part. */
export const checklistTemplateDraft = z.strictObject({
  name: z.string(),
  about: z.string(),
  content: z.strictObject({
    ...checklistContent.shape,
    items: z
      .array(
        z.strictObject({
          ...checklistTemplateItem.shape,
          key: z.string(),
          text: z.string(),
          ownerRole: z.string().nullable(),
          dueDaysBefore: z.number().nullable(),
          after: z.array(z.string()).max(50),
        }),
      )
      .max(1000),
  }),
});
export type ChecklistTemplateDraft = z.infer<typeof checklistTemplateDraft>;

/** One of the list to choose from. The program's own has no id and no version. */
export const checklistTemplateSummary = z.strictObject({
  id: id.nullable(),
  name: z.string(),
  about: z.string(),
  number: z.number().int().nullable(),
  content: checklistContent,
  savedAt: instant.nullable(),
  savedById: id.nullable(),
  /** Open releases whose list came of it. */
  releases: z.number().int(),
});
export type ChecklistTemplateSummary = z.infer<typeof checklistTemplateSummary>;

/** A template of the workspace's own with all its versions, newest first. */
export const checklistTemplateView = z.strictObject({
  id,
  /** The number of the newest version: each publication adds one. */
  rev,
  name: z.string(),
  about: z.string(),
  /** True when it is no longer offered. */
  removed: z.boolean(),
  /** The version that is shown. */
  number: z.number().int(),
  content: checklistContent,
  versions: z.array(checklistTemplateVersion.omit({ content: true })),
});
export type ChecklistTemplateView = z.infer<typeof checklistTemplateView>;
