import { z } from 'zod';
import { dateText, id, rev, shortText } from '#shared/model/primitives.ts';
import {
  checklistEntry,
  checklistItemStates,
  checklistOffer,
  checklistRow,
} from '#shared/model/governance/checklists.ts';
import { dueDaysBefore, evidenceWish } from '#shared/model/governance/checklist-templates.ts';
import { phase } from '#shared/model/planning/releases.ts';
import { roleKey } from '#shared/model/workspace/people.ts';
import { command, query } from '../procedure.ts';

/** What an item touches: the gate that counts it, and the lists and days it stands in. */
const topics = ['checklists', 'gates', 'releases'] as const;

const terms = {
  phase: phase.optional(),
  /** Null leaves it to whoever has its role. */
  ownerId: id.nullable().optional(),
  ownerRole: roleKey.nullable().optional(),
  /** A date by hand no longer moves with the release; null counts from the start again. */
  dueOn: dateText.nullable().optional(),
  dueDaysBefore: dueDaysBefore.nullable().optional(),
  evidenceWish: evidenceWish.optional(),
};

const state = z.enum(checklistItemStates);

export const checklists = {
  'checklists.list': query({
    about: 'Lists the checklist of a release in the order of its phases.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(checklistEntry),
    topics: ['checklists', 'releases', 'attachments'],
  }),
  'checklists.across': query({
    about:
      'Lists the items of all open releases with what each is due and whose it is, the next due first.',
    input: z.strictObject({ settled: z.boolean().default(false) }),
    output: z.array(checklistRow),
    topics: ['checklists', 'releases', 'people', 'workspace', 'device'],
  }),
  'checklists.offers': query({
    about: 'Says what the list of a release left out against its templates, and what is newer.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(checklistOffer),
    topics: ['checklists', 'checklist-templates', 'releases', 'risks', 'rollback', 'services'],
  }),
  'checklists.setItem': command({
    about:
      'Marks an item done (with the evidence it asks for), not applicable (with a reason) or open again, or changes its words and terms.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      state: state.optional(),
      evidence: z.string().trim().max(2000).optional(),
      evidenceUrl: z.string().trim().max(2000).optional(),
      evidenceAttachmentId: id.nullable().optional(),
      reason: z.string().trim().max(2000).optional(),
      text: shortText.optional(),
      afterIds: z.array(id).max(50, 'are more than 50; name those that matter').optional(),
      ...terms,
    }),
    output: checklistEntry,
    topics: [...topics],
  }),
  'checklists.setMany': command({
    about: 'Changes owner, due date or state of many items at once: all of them, or none.',
    input: z.strictObject({
      ids: z
        .array(id)
        .min(1, 'is empty; mark at least one item')
        .max(500, 'are more than 500 items; mark fewer at once'),
      state: state.optional(),
      reason: z.string().trim().max(2000).optional(),
      ownerId: id.nullable().optional(),
      dueOn: dateText.nullable().optional(),
    }),
    output: z.strictObject({ changed: z.number().int() }),
    topics: [...topics],
  }),
  'checklists.addItem': command({
    about: 'Adds an item to one phase of the checklist.',
    input: z.strictObject({
      releaseId: id,
      text: shortText,
      ...terms,
      phase,
    }),
    output: checklistEntry,
    topics: [...topics],
  }),
  'checklists.moveItem': command({
    about: 'Puts an item behind another one of its phase, or in front of all with null.',
    input: z.strictObject({ id, afterId: id.nullable() }),
    output: z.array(checklistEntry),
    topics: [...topics],
  }),
  'checklists.removeItem': command({
    about: 'Takes an item off the checklist; what waited for it waits no longer.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, text: z.string() }),
    topics: [...topics],
  }),
  'checklists.applyTemplate': command({
    about:
      'Adds what the list of a release left out against a template and takes over what its newest version says otherwise; what was done stays.',
    input: z.strictObject({
      releaseId: id,
      /** Null for the one the program ships. */
      templateId: id.nullable(),
      /** Only these; absent adds all that are missing. */
      keys: z.array(z.string()).max(500).optional(),
    }),
    output: z.strictObject({
      added: z.array(checklistEntry),
      /** Open items that were told anew, or for the first time, what the template says of them. */
      renewed: z.number().int(),
      /** Items that stayed as they were. */
      kept: z.number().int(),
    }),
    topics: [...topics],
  }),
};
