import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import {
  checklistTemplateDraft,
  checklistTemplateSummary,
  checklistTemplateView,
} from '#shared/model/governance/checklist-templates.ts';
import { templateChange } from '#shared/model/planning/templates.ts';
import { command, query } from '../procedure.ts';

const version = z.number().int().positive();

export const checklistTemplates = {
  'checklists.templates': query({
    about: 'Lists the checklist templates: those of the workspace, then the program’s own.',
    input: z.strictObject({}),
    output: z.array(checklistTemplateSummary),
    topics: ['checklist-templates', 'checklists', 'releases'],
  }),
  'checklists.template': query({
    about:
      'Gives a checklist template as it is, or as it was in one of its versions; also one that was removed.',
    input: z.strictObject({ id, number: version.optional() }),
    output: checklistTemplateView,
    topics: ['checklist-templates'],
  }),
  'checklists.compareTemplate': query({
    about: 'Says in words what of a checklist template differs between two of its versions.',
    input: z.strictObject({ id, from: version, to: version }),
    output: z.array(templateChange),
    topics: ['checklist-templates'],
  }),
  'checklists.publishTemplate': command({
    about:
      'Publishes the next version of a checklist template, or the first of a new one; lists that were filled before are offered it.',
    input: z.strictObject({
      id: id.optional(),
      /** The number of the version that was edited, to notice one that was published meanwhile. */
      rev: rev.optional(),
      name: shortText,
      about: z.string().trim().max(1000, 'is longer than 1,000 characters; shorten it'),
      content: checklistTemplateDraft.shape.content,
      note: z.string().trim().max(500, 'is longer than 500 characters; shorten it').default(''),
    }),
    output: checklistTemplateView,
    topics: ['checklist-templates'],
  }),
  'checklists.removeTemplate': command({
    about: 'Takes a checklist template out of what is offered; lists it filled keep everything.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, name: z.string() }),
    topics: ['checklist-templates'],
  }),
};
