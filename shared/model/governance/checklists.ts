import { z } from 'zod';
import { dateText, id, instant, rev, shortText } from '../primitives.ts';
import { phase } from '../planning/releases.ts';
import { checklistItemTerms } from './checklist-templates.ts';

export const checklistItemStates = ['open', 'done', 'not-applicable'] as const;

/** One thing to be true before a phase ends. Done may carry evidence; not applicable needs a reason. */
export const checklistItem = z.strictObject({
  id,
  rev,
  releaseId: id,
  phase,
  text: shortText,
  order: z.string(),
  state: z.enum(checklistItemStates),
  evidence: z.string().max(2000),
  reason: z.string().max(2000),
  setById: id.nullable(),
  setAt: instant.nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** An item as a list shows it: with its terms, and what they come to on this release today. */
export const checklistEntry = z.strictObject({
  ...checklistItem.shape,
  ...checklistItemTerms.shape,
  /** Who owns it: the person named, else the one with its role on the release. */
  owner: id.nullable(),
  /** When it is due: the date set by hand, else counted from the planned start. */
  due: dateText.nullable(),
  /** The items before it that are still open. */
  waitsFor: z.array(id),
});
export type ChecklistEntry = z.infer<typeof checklistEntry>;

/** An entry among those of all releases. */
export const checklistRow = z.strictObject({
  ...checklistEntry.shape,
  release: z.string(),
  releasePhase: phase,
  /** When the release starts; null where nothing is planned. */
  startAt: instant.nullable(),
  /** In words, where the items before it are open. */
  waitsForTexts: z.array(z.string()),
  standing: z.enum(['overdue', 'soon', 'later', 'undated', 'settled']),
  /** Owned by the acting person, or by nobody while they hold its role. */
  mine: z.enum(['owner', 'role', 'no']),
});
export type ChecklistRow = z.infer<typeof checklistRow>;

/** What a release's list left out against a template that is for it. */
export const checklistOffer = z.strictObject({
  /** Null for the one the program ships. */
  templateId: id.nullable(),
  /** With its version. */
  name: z.string(),
  /** The version the list was filled with, where an older one was. */
  had: z.string().nullable(),
  missing: z.array(z.strictObject({ key: z.string(), text: z.string(), phase, why: z.string() })),
  /** Open items whose words or terms the newer version says otherwise. */
  renewed: z.number().int(),
});
export type ChecklistOffer = z.infer<typeof checklistOffer>;
