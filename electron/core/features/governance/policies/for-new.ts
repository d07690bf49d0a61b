import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { policyFactsOf } from '#shared/rules/governance/policy/release-policy-facts.ts';
import { listServices } from '../../workspace/services/index.ts';
import { policyInForce } from './rows.ts';
import { wantedGates } from './settle.ts';

/**
 * The gates of a release that is not there yet. It has no rollback plan, which makes every risk high;
 * what goes once the plan is written is told, or few gates would look like many.
 */
export function gatesForNew(
  store: Store,
  input: Parsed<'policies.forNew'>,
): Output<'policies.forNew'> {
  const named = policyInForce(store);
  const release = { type: input.type, templateVersionId: input.templateVersionId ?? null };
  const asked = (hasRollbackPlan: boolean) =>
    wantedGates(store, named, { release, facts: factsOf(store, input, hasRollbackPlan) });
  const later = new Set(asked(true).map(({ key }) => key));
  return {
    policy: named.called,
    band: factsOf(store, input, false).band,
    gates: asked(false)
      .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))
      .map(({ key, name, phase, why }) => ({
        ...{ key, name, phase, why },
        untilPlanned: !later.has(key),
      })),
  };
}

function factsOf(
  store: Store,
  { type, dataMigration, standardChange, serviceIds }: Parsed<'policies.forNew'>,
  hasRollbackPlan: boolean,
): PolicyFacts {
  return policyFactsOf({
    release: { type, standardChange, dataMigration },
    services: listServices(store).filter(({ id }) => serviceIds.includes(id)),
    ...{ environments: [], freezes: [], risks: [], assessed: null, hasRollbackPlan },
  });
}
