import { z } from 'zod';
import { id, longText, rev, shortText } from '#shared/model/primitives.ts';
import { scopeItem, scopeKind } from '#shared/model/planning/releases.ts';
import { command, query } from '../procedure.ts';

const ticket = z.string().trim().max(60);

export const scope = {
  'scope.list': query({
    about: 'Lists the scope items of a release in their order.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(scopeItem),
    topics: ['scope'],
  }),
  'scope.add': command({
    about: 'Adds a feature, fix or improvement at the end of the scope.',
    input: z.strictObject({
      releaseId: id,
      kind: scopeKind.default('feature'),
      title: shortText,
      ticket: ticket.default(''),
      note: longText.default(''),
    }),
    output: scopeItem,
    topics: ['scope', 'gates', 'releases'],
  }),
  'scope.update': command({
    about: 'Changes a scope item. A title or note may be mended without making a decision stale.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      kind: scopeKind.optional(),
      title: shortText.optional(),
      ticket: ticket.optional(),
      note: longText.optional(),
    }),
    output: scopeItem,
    topics: ['scope', 'gates', 'releases'],
  }),
  'scope.remove': command({
    about: 'Takes an item out of the scope; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['scope', 'gates', 'releases'],
  }),
};
