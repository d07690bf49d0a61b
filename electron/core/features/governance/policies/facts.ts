import { assessment } from '#core/database/schema/assessments.ts';
import { risk } from '#core/database/schema/governance.ts';
import { component, deployment, release, rollbackPlan } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { alive, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { policyFactsOf } from '#shared/rules/governance/policy/release-policy-facts.ts';
import { newestOf } from '#shared/rules/governance/risk.ts';
import { freezesAround } from '../../planning/windows/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';

export type PolicySubject = { release: Plain<typeof release>; facts: PolicyFacts };

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
  const assessments = partsOf(store, assessment, ids);
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
    // What was planned of a release that is closed lies in no freeze any more.
    const freezes =
      row.phase === 'closed'
        ? []
        : freezesOf(
            planned,
            parts.map(({ serviceId }) => serviceId),
          );
    return {
      release: row,
      facts: policyFactsOf({
        ...{ release: row, services: own, freezes, hasRollbackPlan },
        environments: named.flatMap((id) => environments.get(id) ?? []),
        risks: risks(row.id),
        assessed: newestOf(assessments(row.id)),
      }),
    };
  });
}
