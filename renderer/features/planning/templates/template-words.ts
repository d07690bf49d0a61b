import type { TemplateFact } from '#shared/model/planning/templates.ts';
import { gateChecks, factGroups } from '#shared/model/governance/gates.ts';
import type { FactGroup, GateCheck } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { phaseNames } from '#shared/rules/planning/life.ts';

const checkWords: Record<GateCheck, string> = {
  decision: 'People decide',
  'pipeline-green': 'Pipelines are green',
  'checklist-complete': 'The checklist is settled',
  'rollback-planned': 'A rollback plan is there',
  'rollback-rehearsed': 'The rollback was rehearsed',
  'no-open-critical-risk': 'No critical risk is open',
  'risk-assessed': 'The risk was assessed',
  'test-results': 'Test results keep their limits',
  coverage: 'Test coverage keeps its limits',
  'vulnerability-report': 'The vulnerability report keeps its limits',
  'component-list': 'The list of components is there',
  'performance-results': 'Performance and load keep their limits',
  'controls-met': 'The controls that apply are met',
  'lessons-heeded': 'Lessons are heeded',
  monitoring: 'Metrics and alerts are quiet after the roll-out',
  'measure-threshold': 'A measure keeps its limit',
  'artefact-digest': 'Staging ran the same artefact',
  'rollout-staged': 'The rollout goes in stages',
  'review-planned': 'The review after the release is planned',
};

const groupWords: Record<FactGroup, string> = {
  components: 'Components',
  scope: 'Scope',
  risks: 'Risks',
  'rollback-plan': 'Rollback plan',
  'planned-start': 'Planned start',
};

export const checkChoices = gateChecks.map((value) => ({ value, label: checkWords[value] }));
export const groupChoices = factGroups.map((value) => ({ value, label: groupWords[value] }));
/** Nothing is passed any more once a release is closed. */
export const phaseChoices = phases
  .filter((phase) => phase !== 'closed')
  .map((value) => ({ value, label: phaseNames[value] }));

export const conditionChoices: readonly { value: TemplateFact; label: string }[] = [
  { value: 'financial-service', label: 'a financial service' },
  { value: 'critical-service', label: 'a critical service' },
  { value: 'data-migration', label: 'a data migration' },
];

export function checkInWords(check: GateCheck): string {
  return checkWords[check];
}

export function countsInWords(template: {
  gates: readonly unknown[];
  checklist: readonly unknown[];
}): string {
  return `${counted(template.gates.length, 'gate')}, ${counted(template.checklist.length, 'checklist item')}`;
}

export function usedInWords(releases: number): string {
  return releases === 0 ? 'no release yet' : counted(releases, 'release');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
