import { z } from 'zod';
import { evaluation } from '#shared/model/measures/answer.ts';
import {
  changeRows,
  deploymentRows,
  incidentRows,
  releaseRows,
} from '#shared/model/measures/rows.ts';
import { lens, measureUnit } from '#shared/model/measures/terms.ts';
import { plannedAt, zone } from '#shared/model/primitives.ts';
import { query } from '../procedure.ts';

export const measures = {
  'measures.evaluate': query({
    about:
      'Computes every measure of given deployments, changes, incidents and releases by the rules of a lens, with the rows, what is left out and why; needs no workspace.',
    input: z
      .strictObject({
        lens: lens.default('slipway'),
        unit: measureUnit.default('perRelease'),
        /** The window: from ≤ t < to. */
        from: plannedAt,
        to: plannedAt,
        /** Days and weeks are those of this zone. */
        timeZone: zone,
        deployments: deploymentRows,
        changes: changeRows,
        incidents: incidentRows,
        releases: releaseRows,
        /** Until when facts are known; `to` where it is not given. */
        asOf: plannedAt.optional(),
        /** Rows of other services are not looked at; absent takes all. */
        services: z.array(z.string().min(1).max(300)).min(1).max(10_000).optional(),
        /** Under so many rows a value is told as too few. */
        fewest: z.number().int().min(1).max(1000).default(5),
        /** Under so many days a deployment is not ripe for a failure rate. */
        ripeAfterDays: z.number().min(0).max(365).default(7),
        /** Names of environments that are production, in any case. */
        productionEnvironments: z
          .array(z.string().min(1).max(300))
          .min(1)
          .max(1000)
          .default(['production', 'prod']),
        /** False where each deployed change names its deployment, so that one without was rebased away. */
        linkByTime: z.boolean().default(true),
      })
      .superRefine(
        (input, check) => {
          if (typeof input.from !== 'string' || typeof input.to !== 'string') return;
          const from = Date.parse(input.from);
          const to = Date.parse(input.to);
          if (!(to <= from)) return;
          check.addIssue({
            code: 'custom',
            path: ['to'],
            message:
              to === from
                ? `is the same as from, so that the window has no length; expected a later instant than ${input.from}`
                : `lies before from; expected a later instant than ${input.from}`,
          });
        },
        { when: ({ value }) => typeof value === 'object' && value !== null },
      ),
    output: evaluation,
    topics: [],
  }),
};
