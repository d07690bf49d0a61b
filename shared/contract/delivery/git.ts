import { z } from 'zod';
import {
  change,
  commitId,
  namedCommit,
  rangeRow,
  refChoice,
  repositoryKinds,
  repositoryPath,
} from '#shared/model/delivery/git.ts';
import { id } from '#shared/model/primitives.ts';
import { mostPasted, scopeItem } from '#shared/model/planning/scope.ts';
import { command, query } from '../procedure.ts';

/** A tag, a branch or a commit, as it is typed; what it may be is told by the repository. */
const refName = z.string().trim().max(300, 'is longer than 300 characters; shorten it');

const ends = {
  path: repositoryPath,
  /** Where the release before ended; null for the whole history. */
  from: refName.nullable().default(null),
  to: refName.default('HEAD'),
};

const place = z.strictObject({ serviceId: id.nullable(), path: z.string() });

export const git = {
  'git.look': query({
    about: 'Tells what a folder is as a Git repository, and the tags and branches to choose from.',
    input: z.strictObject({ path: repositoryPath }),
    output: z.strictObject({
      /** The folder of the repository, which may lie above the one that was given. */
      root: z.string(),
      kind: z.enum(repositoryKinds),
      /** Its history was cut off when it was cloned. */
      shallow: z.boolean(),
      /** What is checked out; null in a repository without a commit. */
      head: z.strictObject({ branch: z.string().nullable(), commit: commitId }).nullable(),
      /** The newest first, as branches. */
      tags: z.array(refChoice),
      branches: z.array(refChoice),
      /** Where the release most likely begins and ends. */
      suggested: z.strictObject({ from: z.string().nullable(), to: z.string() }).nullable(),
      /** What is to be known before it is read, a sentence each. */
      warnings: z.array(z.string()),
    }),
    topics: [],
  }),
  'git.range': query({
    about:
      'Reads what lies between two tags, branches or commits of a Git repository as rows for a scope; with a release, held against what it has.',
    input: z.strictObject({ ...ends, releaseId: id.optional() }),
    output: z.strictObject({
      root: z.string(),
      from: namedCommit.nullable(),
      to: namedCommit,
      commits: z.number().int(),
      /** In the order things landed. */
      rows: z.array(rangeRow),
      warnings: z.array(z.string()),
    }),
    topics: ['scope'],
  }),
  'git.notes': query({
    about: 'Drafts release notes in Markdown from what lies between two commits of a repository.',
    input: z.strictObject({ ...ends, title: z.string().trim().max(200).optional() }),
    output: z.strictObject({ markdown: z.string(), warnings: z.array(z.string()) }),
    topics: [],
  }),
  'git.take': command({
    about:
      'Adds the chosen rows of a range to a release: items to its scope, and their changes. What is there already is not added again.',
    input: z.strictObject({
      ...ends,
      releaseId: id,
      /** The service whose repository it is. */
      serviceId: id.nullable().default(null),
      /** The keys of the rows, as git.range gives them. */
      rows: z
        .array(z.string().max(100))
        .min(1, 'has no rows; choose at least one')
        .max(mostPasted, `has more than ${mostPasted} rows; take the rest afterwards`),
      /** Needed after the scope freeze of the release where items are added; ignored before it. */
      lateReason: z
        .string()
        .trim()
        .max(2000, 'is longer than 2,000 characters; shorten it')
        .optional(),
    }),
    output: z.strictObject({
      items: z.array(scopeItem),
      changes: z.number().int(),
      /** Rows of which there was nothing left to add. */
      unchanged: z.number().int(),
    }),
    topics: ['scope', 'gates', 'releases'],
  }),
  'git.changes': query({
    about: 'Lists the changes of a release, the newest first.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(change),
    topics: ['scope'],
  }),
  'git.places': query({
    about: 'Tells which repository this device remembers for each service of the workspace.',
    input: z.strictObject({}),
    output: z.array(place),
    topics: ['device'],
  }),
  'git.remember': command({
    about: 'Remembers on this device where the repository of a service lies.',
    input: z.strictObject({ serviceId: id.nullable(), path: repositoryPath }),
    output: place,
    topics: ['device'],
  }),
};
