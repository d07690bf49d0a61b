import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourceFolder } from '#core/resources.ts';
import { decisionOutcome } from '#shared/model/governance/gates.ts';
import { outcome, releaseType } from '#shared/model/planning/releases.ts';
import { scopeKind } from '#shared/model/planning/scope.ts';
import { criticality, environmentKind, versionScheme } from '#shared/model/workspace/services.ts';
import { profile } from '#shared/model/workspace/workspace.ts';
import { happening } from './happenings.ts';
import { plans } from './plan-happenings.ts';

const key = z.string().min(1);
const time = z.string().regex(/^\d{2}:\d{2}$/);
/** Version by service; `calendar` stands for the next one of the month the release starts in. */
const versions = z.record(key, z.string());

const workspace = z.strictObject({
  name: z.string(),
  zone: z.string(),
  profile,
  people: z.array(
    z.strictObject({ key, name: z.string(), email: z.string(), roles: z.array(z.string()) }),
  ),
  services: z.array(
    z.strictObject({
      key,
      name: z.string(),
      ticket: z.string(),
      criticality,
      financial: z.boolean(),
      owners: z.array(key),
      versionScheme,
    }),
  ),
  environments: z.array(
    z.strictObject({ key, name: z.string(), kind: environmentKind, region: z.string() }),
  ),
  connections: z.array(
    z.strictObject({
      key,
      name: z.string(),
      baseUrl: z.string(),
      repository: z.string(),
      syncedMinutesBefore: z.number(),
      error: z.string().nullable(),
      workflows: z.array(
        z.strictObject({
          workflow: z.string(),
          name: z.string(),
          service: key,
          required: z.boolean(),
          minutes: z.number(),
        }),
      ),
    }),
  ),
});

/** A decision before the one that counts, and what became of it. */
const twist = z.strictObject({
  gate: z.string(),
  outcome: decisionOutcome,
  comment: z.string(),
  then: z.enum(['withdraw', 'change', 'again', 'stands']).optional(),
  reason: z.string().optional(),
  condition: z
    .strictObject({ text: z.string(), owner: key, dueInDays: z.number(), met: z.boolean() })
    .optional(),
});

const past = z.strictObject({
  releases: z.array(
    z.strictObject({
      name: z.string(),
      type: releaseType,
      daysBefore: z.number(),
      time,
      minutes: z.number(),
      versions,
      lateMinutes: z.number(),
      outcome: outcome.default('released'),
      /** Environments where the first attempt failed. */
      failed: z.array(key).default([]),
      dataMigration: z.boolean().default(false),
      note: z.string().default(''),
      /** What a hotfix or an emergency change mends. */
      fixes: z.string().optional(),
      story: z.array(twist).default([]),
    }),
  ),
});
export type PastRelease = z.infer<typeof past>['releases'][number];

/** How each attempt of a run ended; `warnings` is a success with some. */
const conclusion = z.enum(['success', 'warnings', 'failure', 'cancelled', 'running', 'queued']);
export type Conclusion = z.infer<typeof conclusion>;

const upcoming = z.strictObject({
  releases: z.array(
    z.strictObject({
      name: z.string(),
      type: releaseType,
      as: key,
      owner: key,
      notes: z.string(),
      dataMigration: z.boolean().default(false),
      /** Working days before the day of the demo. */
      created: z.strictObject({ day: z.number(), time }),
      starts: z.array(
        z.strictObject({
          environment: key,
          /** Before the day of the demo in working days, after it in calendar days. */
          day: z.number(),
          time,
          zone: z.string().optional(),
          minutes: z.number(),
          anyDay: z.boolean().default(false),
        }),
      ),
      versions,
      commits: z.array(
        z.strictObject({
          key,
          service: key,
          title: z.string(),
          branch: z.string(),
          day: z.number(),
          time,
          /** Attempts by workflow; workflows left out succeed at once. */
          results: z.record(z.string(), z.array(conclusion)).default({}),
        }),
      ),
      events: z.array(
        z
          .looseObject({ day: z.number(), time, as: key })
          .transform(({ day, time, as, ...rest }) => ({
            day,
            time,
            as,
            happening: happening.parse(rest),
          })),
      ),
    }),
  ),
});
export type UpcomingRelease = z.infer<typeof upcoming>['releases'][number];

/** Kind and title of what each service ships, used from the first to the last. */
const scope = z.record(key, z.array(z.tuple([scopeKind, z.string()])));

const words = z.strictObject({
  evidence: z.record(z.string(), z.array(z.string())),
  notApplicable: z.array(z.string()),
  /** Commits that are in no scope. */
  chores: z.array(z.string()),
  comments: z.record(z.string(), z.array(z.string())),
  risks: z.record(
    z.string(),
    z.array(
      z.strictObject({
        title: z.string(),
        likelihood: z.number(),
        impact: z.number(),
        mitigation: z.string(),
      }),
    ),
  ),
  rollback: z.record(
    z.string(),
    z.strictObject({ steps: z.string(), minutes: z.number(), pointOfNoReturn: z.string() }),
  ),
});

/** Everything the demo workspace is made from; files in resources/sample that can be edited by hand. */
export type Sample = ReturnType<typeof readSample>;

export function readSample() {
  return {
    workspace: workspace.parse(read('workspace')),
    past: past.parse(read('past')).releases,
    upcoming: upcoming.parse(read('upcoming')).releases,
    words: words.parse(read('words')),
    scope: scope.parse(read('scope')),
    plans: plans.parse(read('plan')),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(resourceFolder('sample'), `${name}.json`), 'utf8'));
}
