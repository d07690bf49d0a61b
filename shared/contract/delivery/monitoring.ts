import { z } from 'zod';
import { id, instant, rev } from '#shared/model/primitives.ts';
import { metricCheck, metricResult, storedAlert } from '#shared/model/delivery/monitoring.ts';
import { runStatus } from '#shared/model/delivery/pipelines.ts';
import { command, query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

const alertView = storedAlert.extend({ connectionName: z.string() });
export type AlertView = z.infer<typeof alertView>;

const checkView = metricCheck.extend({
  connectionName: z.string(),
  /** The newest; null where it was never asked. */
  result: metricResult.nullable(),
  /** Whether that answers what the check asks now: it may have been changed since. */
  isCurrent: z.boolean(),
  /** How many results there are. */
  results: z.number().int(),
});
export type MetricCheckView = z.infer<typeof checkView>;

const rolloutAlert = alertView
  .pick({
    id: true,
    name: true,
    labels: true,
    note: true,
    url: true,
    startedAt: true,
    finishedAt: true,
    connectionId: true,
    connectionName: true,
  })
  .extend({
    /** It fired, is pending, is in no known state, fired before the deployment began, or was silenced. */
    part: z.enum(['fired', 'pending', 'unclear', 'before', 'suppressed']),
    deploymentId: id,
  });
export type RolloutAlertView = z.infer<typeof rolloutAlert>;

export const monitoring = {
  'monitoring.alerts': query({
    about: 'Lists alerts as their systems last told them, newest first: all, or of a connection.',
    input: z.strictObject({
      connectionId: id.optional(),
      status: runStatus.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ alerts: z.array(alertView), total: z.number().int() }),
    topics: ['pipelines', 'connections'],
  }),
  'monitoring.checks': query({
    about: 'Lists the metric checks of a release with what each found last, and what can be asked.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      checks: z.array(checkView),
      /** The connections that keep metrics. */
      sources: z.array(z.strictObject({ id, name: z.string() })),
    }),
    topics: ['monitoring', 'connections', 'releases'],
  }),
  'monitoring.results': query({
    about: 'Lists what a metric check found, the newest first.',
    input: z.strictObject({
      checkId: id,
      limit: z.number().int().min(1).max(500).default(50),
    }),
    output: z.array(metricResult),
    topics: ['monitoring'],
  }),
  'monitoring.saveCheck': command({
    about: 'Adds a metric check to a release (without id) or changes one.',
    input: metricCheck.omit({ id: true, rev: true }).extend({
      id: id.optional(),
      rev: rev.optional(),
      serviceId: id.nullable().default(null),
    }),
    output: metricCheck,
    topics: ['monitoring', 'gates', 'releases'],
  }),
  'monitoring.removeCheck': command({
    about: 'Takes a metric check off its release; what it found stays in the history.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['monitoring', 'gates', 'releases'],
  }),
  'monitoring.run': command({
    about:
      'Asks the metric checks of a release, or one of them, over their windows up to now or to the end of a recorded deployment, and keeps what each found.',
    input: z.strictObject({
      releaseId: id,
      checkId: id.optional(),
      /** Up to the end of this deployment instead of now. */
      deploymentId: id.optional(),
      progressId,
    }),
    output: z.array(metricResult),
    topics: ['monitoring', 'gates', 'releases'],
  }),
  'monitoring.rollout': query({
    about: 'Tells which alerts fired while the deployments of a release ran and were watched.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      /** Failed, running (still watched), succeeded, or unknown where not everything was looked at. */
      status: runStatus,
      findings: z.array(
        z.strictObject({
          status: runStatus,
          text: z.string(),
          need: z.string().nullable(),
          /** The alert it is about, where it is about one. */
          alertId: id.optional(),
        }),
      ),
      alerts: z.array(rolloutAlert),
      deployments: z.array(
        z.strictObject({ id, what: z.string(), startAt: instant, endAt: instant.nullable() }),
      ),
    }),
    topics: ['monitoring', 'pipelines', 'connections', 'releases'],
  }),
};
