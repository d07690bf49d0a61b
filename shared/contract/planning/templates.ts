import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { releaseType } from '#shared/model/planning/releases.ts';
import {
  templateChange,
  templateDraft,
  templateSummary,
  templateView,
} from '#shared/model/planning/templates.ts';
import { command, query } from '../procedure.ts';

const version = z.number().int().positive();

export const templates = {
  'templates.list': query({
    about:
      'Lists the templates releases are made from, with what each brings: the program’s own first, then those of the workspace.',
    input: z.strictObject({}),
    output: z.array(templateSummary),
    topics: ['templates', 'releases'],
  }),
  'templates.get': query({
    about:
      'Gives a template of the workspace as it is, or as it was in one of its versions; also one that was removed.',
    input: z.strictObject({ id, number: version.optional() }),
    output: templateView,
    topics: ['templates', 'releases'],
  }),
  'templates.compare': query({
    about: 'Says in words what of a template differs between two of its versions.',
    input: z.strictObject({ id, from: version, to: version }),
    output: z.array(templateChange),
    topics: ['templates'],
  }),
  'templates.save': command({
    about:
      'Makes a template from a release (fromReleaseId) or from one of the program’s own (copyOf), or adds the next version to one (id and content).',
    input: z.strictObject({
      id: id.optional(),
      /** The number of the version that was edited, to notice one that was saved meanwhile. */
      rev: rev.optional(),
      fromReleaseId: id.optional(),
      copyOf: releaseType.optional(),
      name: shortText,
      about: z.string().trim().max(1000, 'is longer than 1,000 characters; shorten it').default(''),
      content: templateDraft.optional(),
      note: z.string().trim().max(500, 'is longer than 500 characters; shorten it').default(''),
    }),
    output: templateView,
    topics: ['templates', 'releases'],
  }),
  'templates.remove': command({
    about:
      'Takes a template out of what is offered; releases made from it keep everything, and still say so.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      name: z.string(),
      /** Made from it, and of them those that are not closed. */
      releases: z.number().int(),
      openReleases: z.number().int(),
    }),
    topics: ['templates', 'releases'],
  }),
};
