import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { checklistItem, checklistItemStates } from '#shared/model/governance/checklists.ts';
import { phase } from '#shared/model/planning/releases.ts';
import { command, query } from '../procedure.ts';

export const checklists = {
  'checklists.list': query({
    about: 'Lists the checklist of a release in the order of its phases.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(checklistItem),
    topics: ['checklists'],
  }),
  'checklists.setItem': command({
    about: 'Marks an item done (with evidence), not applicable (with a reason) or open again.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      state: z.enum(checklistItemStates).optional(),
      evidence: z.string().trim().max(2000).optional(),
      reason: z.string().trim().max(2000).optional(),
      text: shortText.optional(),
    }),
    output: checklistItem,
    topics: ['checklists', 'gates', 'releases'],
  }),
  'checklists.addItem': command({
    about: 'Adds an item to one phase of the checklist.',
    input: z.strictObject({ releaseId: id, phase, text: shortText }),
    output: checklistItem,
    topics: ['checklists', 'gates', 'releases'],
  }),
};
