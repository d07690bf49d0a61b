import { incident } from '#core/database/schema/delivery.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import type { Deployment } from '#shared/model/planning/releases.ts';
import type { AtRiskFacts } from '#shared/rules/reports/status/at-risk.ts';
import type { AskingRelease } from '#shared/rules/governance/queue.ts';
import { countingDeployments } from '#shared/rules/planning/start.ts';
import { judgeReleases, openSeats } from '../../governance/gates/index.ts';
import { riskOf } from '../../governance/risks/index.ts';
import { createFindingsAt } from '../../planning/calendar/index.ts';
import { needsOf } from '../../planning/dependencies/index.ts';
import { environmentKinds, summarise, toDeployment } from '../../planning/releases/index.ts';
import { plansOf } from '../../planning/tasks/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';

export type ReleaseOfStatus = {
  summary: ReleaseSummary;
  /** Those that say when it ships: to production, or all where it has none. */
  deployments: readonly Deployment[];
  facts: AtRiskFacts;
  asking: AskingRelease;
};

const findingsAt = createFindingsAt({ riskOf, openSeats });

/** Each held against the whole calendar: the soonest ones, so that a page of hundreds still opens. */
const mostPlaced = 80;

/** The releases of a status page with what can put them at risk; one query a table. */
export function releasesOfStatus(
  store: Store,
  ids: readonly string[],
  now: number,
): ReleaseOfStatus[] {
  let judged: ReturnType<typeof judgeReleases> = new Map();
  const outlook: typeof judgeReleases = (...page) => (judged = judgeReleases(...page));
  const summaries = summarise(store, ids, outlook, now);
  const rows = partsOf(store, deployment, ids, 'startAt');
  const incidents = partsOf(store, incident, ids);
  const plans = plansOf(store, ids, now);
  const needs = needsOf(store, ids, now);
  const kinds = environmentKinds(store);
  const places = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  let placed = 0;
  return summaries.map((summary) => {
    const { id, name, phase, startAt } = summary;
    const { release, gates = [] } = judged.get(id) ?? {};
    const all = rows(id).map(toDeployment);
    const begun = all.some(
      ({ actualStartAt, result }) => actualStartAt !== null || result !== null,
    );
    const isAhead = phase !== 'closed' && startAt !== null && startAt > iso(now) && !begun;
    const isPlaced = isAhead && (placed += 1) <= mostPlaced;
    return {
      summary,
      deployments: countingDeployments(all, kinds),
      asking: { id, name, phase, startAt, gates },
      facts: {
        startAt,
        zone: summary.zone ?? 'UTC',
        holdReason: release?.holdReason ?? null,
        begun,
        failedOn: all
          .filter(({ result }) => result === 'failed' || result === 'rolled-back')
          .map(({ environmentId }) => places.get(environmentId) ?? 'an unknown environment'),
        openIncidents: incidents(id).filter(({ resolvedAt }) => resolvedAt === null).length,
        gates,
        findings: isPlaced ? findingsAt(store, id, startAt, now) : [],
        lateTasks: plans(id).tasks.filter(({ late }) => late).length,
        lateNeeds: needs(id)
          .filter(({ state, late }) => state !== 'met' && (late || state === 'at-risk'))
          .map(({ title, target }) => target?.name ?? title),
      },
    };
  });
}
