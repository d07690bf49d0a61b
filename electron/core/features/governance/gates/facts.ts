import { createHash } from 'node:crypto';
import type { FactGroup } from '#shared/model/governance/gates.ts';
import { boundText } from '#shared/rules/governance/facts.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import { releaseFacts } from '#shared/rules/governance/release-facts.ts';
import { assessRisk, newestOf } from '#shared/rules/governance/risk.ts';
import type { RiskAssessment } from '#shared/model/governance/risks.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { toDeployment } from '../../planning/releases/index.ts';
import type { freezesAround } from '../../planning/windows/index.ts';
import type { Subject, Surroundings } from './load.ts';

/** The facts of a release as they are now, ready to be bound, compared and shown. */
export function factsNow(subject: Subject, { services, environmentKinds }: Surroundings): Facts {
  return releaseFacts({
    components: subject.components,
    serviceNames: new Map([...services].map(([id, { name }]) => [id, name])),
    scope: subject.scope,
    risks: subject.risks,
    rollbackPlan: subject.rollback,
    start: plannedStart(subject.deployments.map(toDeployment), environmentKinds),
  });
}

/** SHA-256 over the bound facts, in hexadecimal; equal exactly when nothing bound has changed. */
export function fingerprint(facts: Facts, groups: readonly FactGroup[]): string {
  return createHash('sha256').update(boundText(facts, groups)).digest('hex');
}

/** The freezes a release's deployments lie in, made once for all that are asked about. */
export type FreezesOf = ReturnType<typeof freezesAround>;

export function riskNow(
  subject: Subject,
  { services }: Surroundings,
  freezesOf: FreezesOf,
): RiskAssessment {
  const ids = new Set(subject.components.map(({ serviceId }) => serviceId));
  return assessRisk({
    risks: subject.risks,
    dataMigration: subject.release.dataMigration,
    services: [...ids].flatMap((id) => services.get(id) ?? []),
    rollbackPlanPresent: (subject.rollback?.steps ?? '').trim() !== '',
    assessed: newestOf(subject.assessments),
    freezes: isOpen(subject) ? freezesOf(subject.deployments, [...ids]) : [],
  });
}

/** What was planned of a release that is closed lies in no freeze any more. */
export function isOpen({ release }: Pick<Subject, 'release'>): boolean {
  return release.phase !== 'closed';
}
