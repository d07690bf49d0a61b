import { incident } from '#core/database/schema/delivery.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TodayRelease } from '#shared/rules/reports/today.ts';
import { judgeReleases } from '../../governance/gates/index.ts';
import { needsOf } from '../../planning/dependencies/index.ts';
import { listReleases } from '../../planning/releases/index.ts';
import { plansOf } from '../../planning/tasks/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';

/** The soonest ones: what is further ahead waits for nobody today. */
const most = 200;

export type OpenReleases = {
  summaries: ReleaseSummary[];
  releases: TodayRelease[];
  /** Deployments that began and have no result yet. */
  running: Output<'today.get'>['deployments'];
};

/** The open releases with all that can wait for somebody, the next start first. */
export function openReleases(store: Store, now: number): OpenReleases {
  const asked = { which: 'open', limit: most, offset: 0 } as const;
  let judged: ReturnType<typeof judgeReleases> = new Map();
  // The list judges the page it gives; the day needs the gates of the same page.
  const outlook: typeof judgeReleases = (...page) => (judged = judgeReleases(...page));
  const { releases: summaries } = listReleases(store, asked, outlook, now);
  const ids = summaries.map(({ id }) => id);
  const environments = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const deployments = partsOf(store, deployment, ids, 'startAt');
  const incidents = partsOf(store, incident, ids);
  const plans = plansOf(store, ids, now);
  const needs = needsOf(store, ids, now);
  const running: OpenReleases['running'] = [];
  const releases = summaries.map((summary): TodayRelease => {
    const { id, name, ownerId, phase, startAt } = summary;
    return {
      ...{ id, name, ownerId, phase, startAt },
      tasks: plans(id).tasks,
      needs: needs(id),
      requesterId: judged.get(id)?.release.requesterId ?? ownerId,
      gates: judged.get(id)?.gates ?? [],
      deployments: deployments(id).map((row) => {
        const endAt = iso((row.actualStartAt ?? row.startAt) + row.durationMinutes * 60_000);
        const environment = environments.get(row.environmentId) ?? 'an unknown environment';
        if (row.actualStartAt !== null && row.result === null) {
          const startedAt = iso(row.actualStartAt);
          const { id: deploymentId, zone } = row;
          running.push({
            ...{
              id: deploymentId,
              releaseId: id,
              release: name,
              environment,
              startedAt,
              endAt,
              zone,
            },
          });
        }
        return { id: row.id, environment, endAt, zone: row.zone, result: row.result };
      }),
      incidents: incidents(id).map((row) => ({
        ...row,
        detectedAt: iso(row.detectedAt),
        resolvedAt: isoOrNull(row.resolvedAt),
      })),
    };
  });
  return { summaries, releases, running };
}
