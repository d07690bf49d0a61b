import { z } from 'zod';
import { calibration as answer } from '#shared/model/governance/calibration.ts';
import { query } from '../procedure.ts';

export const calibration = {
  'calibration.read': query({
    about:
      'Holds the band each release was assessed with before it went out against what happened, with n, share and interval by band.',
    input: z.strictObject({}),
    output: answer,
    topics: ['assessments', 'releases', 'incidents'],
  }),
};
