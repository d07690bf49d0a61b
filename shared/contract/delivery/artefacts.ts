import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { normalisedArtefact } from '#shared/model/delivery/rows.ts';
import { query } from '../procedure.ts';

const artefactView = normalisedArtefact.omit({ kind: true }).extend({
  id,
  connectionId: id,
  connectionName: z.string(),
  /** Since when a whole reading does not show it any more; null while it does. */
  goneAt: instant.nullable(),
  /** What its name is mapped to; null where it is to none. */
  serviceId: id.nullable(),
});
export type ArtefactView = z.infer<typeof artefactView>;

export const artefacts = {
  'artefacts.list': query({
    about:
      'Lists artefacts with version and digest, the newest first: all of them, of a connection, of a name, or with a text in them.',
    input: z.strictObject({
      connectionId: id.optional(),
      /** By the provider's name, exactly. */
      name: z.string().max(10_000).optional(),
      /** In name, version or digest, whatever the case of its letters. */
      text: z.string().trim().max(300).default(''),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ artefacts: z.array(artefactView), total: z.number().int() }),
    topics: ['pipelines', 'connections', 'services'],
  }),
};
