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

export const checklistTemplateItem = z.strictObject({
  /** The same through all versions, so that what a list left out can be told. */
  key,
  text: shortText,
  phase,
  ownerRole: roleKey.nullable(),
  /** Calendar days before the start of the release; negative is after it, null has no date. */
  dueDaysBefore: z.number().int().min(-365).max(365).nullable(),
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
  ownerId: id.nullable(),
  dueOn: dateText.nullable(),
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
