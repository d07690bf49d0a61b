import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { GateCheck } from '#shared/model/governance/gates.ts';
import { artefactsNotRead } from '../artefact-digest.ts';
import type { GateOutcome } from '../gate-outcome.ts';
import {
  controlsMet,
  lessonsHeeded,
  measureThreshold,
  reviewPlanned,
  riskAssessed,
  rolloutStaged,
} from './known-gates.ts';
import type { AssessmentEntry, GateLessons, ReviewEntry, StagedDeployment } from './known-gates.ts';
import { monitoringGate } from './monitoring-gate.ts';
import type { MonitoringFacts } from './monitoring-gate.ts';
import { reportGate } from './report-gate.ts';
import type { Since } from './report-verdicts.ts';
import type { EvidenceEntry, EvidenceGround } from './standing.ts';

/** What gates with evidence are judged from, beside themselves. */
export type EvidencedInput = {
  limits: GateLimits;
  /** Evidence of this gate, and of the release as a whole. */
  entries: readonly EvidenceEntry[];
  components: EvidenceGround['components'];
  serviceNames: EvidenceGround['serviceNames'];
  since: Since;
  assessment: AssessmentEntry | null;
  deployments: readonly StagedDeployment[];
  reviews: readonly ReviewEntry[];
  /** The register, each as it stands for this release. */
  controls: readonly ReleaseControl[];
  /** Where the lessons that touch the release stand; null for a gate that does not look at them. */
  lessons: GateLessons | null;
  /** Where a limit of a measure stands; null for a gate that asks none. */
  measured: GateOutcome | null;
  /** Whether staging ran what is to be deployed; null for a gate that does not ask. */
  digests: GateOutcome | null;
  /** What monitoring knows of the release; null for a gate that does not ask it. */
  monitored: MonitoringFacts | null;
};

export type EvidencedCheck = Exclude<
  GateCheck,
  | 'decision'
  | 'pipeline-green'
  | 'checklist-complete'
  | 'rollback-planned'
  | 'rollback-rehearsed'
  | 'no-open-critical-risk'
>;

/** Where a gate stands that is judged from what somebody brought, or from the plan as it is. */
export function evidenceGate(
  check: EvidencedCheck,
  input: EvidencedInput,
  { now, zone }: Pick<EvidenceGround, 'now' | 'zone'>,
): GateOutcome {
  const { limits, entries, since, components, serviceNames } = input;
  const ground = { components, serviceNames, now, zone };
  switch (check) {
    case 'risk-assessed':
      return riskAssessed(input.assessment, limits, ground);
    case 'rollout-staged':
      return rolloutStaged(input.deployments, entries, ground);
    case 'review-planned':
      return reviewPlanned(input.reviews, entries, ground);
    case 'lessons-heeded':
      return lessonsHeeded(input.lessons, entries, ground, limits);
    case 'measure-threshold':
      return input.measured ?? measureThreshold(limits);
    case 'artefact-digest':
      return input.digests ?? artefactsNotRead;
    case 'monitoring':
      return monitoringGate(input.monitored, limits, ground);
    case 'controls-met':
      return controlsMet(input.controls);
    case 'test-results':
    case 'coverage':
    case 'vulnerability-report':
    case 'component-list':
    case 'performance-results':
      return reportGate({ check, limits, entries, ground, since });
  }
}
