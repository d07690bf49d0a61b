import { iso } from '#core/database/select.ts';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import { controlEvidence } from '#shared/rules/governance/control-evidence.ts';
import { byControlKey, judgeControl } from '#shared/rules/governance/controls.ts';
import type { ControlGate } from '#shared/rules/governance/controls.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { policyFactsOf } from '#shared/rules/governance/policy/release-policy-facts.ts';
import { newestOf } from '#shared/rules/governance/risk.ts';
import { toEntry } from '../evidence/index.ts';
import { groundOf } from './evidenced.ts';
import { isOpen } from './facts.ts';
import type { Subject, Surroundings } from './load.ts';

/** What the conditions of controls are asked about. */
export function policyFactsNow(subject: Subject, around: Surroundings): PolicyFacts {
  const { release, components, deployments, rollback } = subject;
  const serviceIds = [...new Set(components.map(({ serviceId }) => serviceId))];
  const environmentIds = [...new Set(deployments.map(({ environmentId }) => environmentId))];
  return policyFactsOf({
    release,
    services: serviceIds.flatMap((id) => around.services.get(id) ?? []),
    environments: environmentIds.flatMap((id) => around.environments.get(id) ?? []),
    freezes: isOpen(subject) ? around.freezesOf(deployments, serviceIds) : [],
    risks: subject.risks,
    assessed: newestOf(subject.assessments),
    hasRollbackPlan: (rollback?.steps ?? '').trim() !== '',
  });
}

/**
 * Every control of the register for one release as it stood at an instant, by key. One that was
 * retired by then is left out.
 */
export function releaseControls(
  subject: Subject,
  around: Surroundings,
  gates: readonly ControlGate[],
  at: number,
): ReleaseControl[] {
  const controls = around.controls.filter(({ retiredAt }) => retiredAt === null || retiredAt > at);
  if (controls.length === 0) return [];
  const ground = {
    ...groundOf(subject, around.services),
    ...{ now: iso(at), zone: around.workspace.zone },
  };
  const evidence = controlEvidence(subject.evidence.map(toEntry), gates, ground);
  const facts = policyFactsNow(subject, around);
  return controls
    .map((control) => judgeControl(control, { facts, gates, evidence }))
    .toSorted(byControlKey);
}
