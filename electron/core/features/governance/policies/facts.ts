import { risk } from '#core/database/schema/governance.ts';
import { component, deployment, release, rollbackPlan } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { alive, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { assessRisk, bandOf } from '#shared/rules/governance/risk.ts';
import { appliesTo } from '#shared/rules/planning/placement/scope.ts';
import { bandsIn } from '../../planning/windows/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';

export type PolicySubject = { release: Plain<typeof release>; facts: PolicyFacts };

const minuteMs = 60_000;

/** What a policy is asked about, for several releases at once by their ids. */
export function policySubjects(store: Store, ids: readonly string[]): PolicySubject[] {
  if (ids.length === 0) return [];
  const rows = store.orm
    .select(plain(release))
    .from(release)
    .where(alive(release, oneOf(release.id, ids)))
    .all();
  const components = partsOf(store, component, ids);
  const deployments = partsOf(store, deployment, ids, 'startAt');
  const rollbacks = partsOf(store, rollbackPlan, ids);
  const risks = partsOf(store, risk, ids);
  const services = new Map(listServices(store).map((each) => [each.id, each]));
  const environments = new Map(listEnvironments(store).map((each) => [each.id, each]));
  const freezesOf = freezesAround(
    store,
    rows.flatMap(({ id }) => deployments(id)),
  );
  return rows.map((row) => {
    const parts = components(row.id);
    const planned = deployments(row.id);
    const named = [...new Set(planned.map(({ environmentId }) => environmentId))];
    const own = parts.flatMap(({ serviceId }) => services.get(serviceId) ?? []);
    const hasRollbackPlan = (rollbacks(row.id)[0]?.steps ?? '').trim() !== '';
    const { score, band, raisedBy } = assessRisk({
      ...{ risks: risks(row.id), dataMigration: row.dataMigration, services: own },
      rollbackPlanPresent: hasRollbackPlan,
    });
    const freezes = freezesOf(
      planned,
      parts.map(({ serviceId }) => serviceId),
    );
    return {
      release: row,
      facts: {
        ...{ releaseType: row.type, score, raisedBy, freezes },
        band: freezes.length > 0 ? bandOf(score, true) : band,
        ...{ standardChange: row.standardChange, dataMigration: row.dataMigration },
        services: own,
        environments: named.flatMap((id) => environments.get(id) ?? []),
        hasRollbackPlan,
      },
    };
  });
}

type Planned = Pick<
  Plain<typeof deployment>,
  'startAt' | 'durationMinutes' | 'environmentId' | 'region' | 'actualStartAt'
>;

/** The freezes planned deployments lie in, by name; the calendar is laid out once for all of them. */
function freezesAround(store: Store, all: readonly Planned[]) {
  const starts = all.map(({ startAt }) => startAt);
  const ends = all.map(endOf);
  const span = {
    from: starts.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
    to: ends.reduce((most, each) => Math.max(most, each), 0),
  };
  const freezes =
    all.length === 0
      ? []
      : bandsIn(store, span)
          .filter(({ kind }) => kind === 'hard-freeze' || kind === 'soft-freeze')
          .map((band) => ({
            ...band,
            from: Date.parse(band.startsAt),
            to: Date.parse(band.endsAt),
          }));
  return (planned: readonly Planned[], serviceIds: readonly string[]): string[] => [
    ...new Set(
      planned.flatMap((each) =>
        freezes
          .filter(({ from, to }) => from < endOf(each) && each.startAt < to)
          .filter((freeze) => appliesTo(freeze, each, serviceIds))
          .map(({ name }) => name),
      ),
    ),
  ];
}

/** What has no length is an instant: it lies in what begins then. */
function endOf({ startAt, durationMinutes }: Planned): number {
  return startAt + Math.max(1, durationMinutes * minuteMs);
}
