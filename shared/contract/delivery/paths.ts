import { z } from 'zod';
import { pathComponent } from '#shared/model/delivery/paths.ts';
import { id } from '#shared/model/primitives.ts';
import { query } from '../procedure.ts';

export const paths = {
  'paths.ofRelease': query({
    about:
      'Gives how far each component of a release has come: its commit, what built it, the artefact, and the environments it went to.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({ components: z.array(pathComponent) }),
    topics: ['releases', 'services', 'environments', 'pipelines', 'connections'],
  }),
};
