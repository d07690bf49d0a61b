import { factGroups } from '#shared/model/governance/gates.ts';
import type { FactGroup, GateCheck, GatePlace } from '#shared/model/governance/gates.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase, RoleAssignment } from '#shared/model/planning/releases.ts';
import type { ReleaseTemplate, TemplateGate } from '#shared/model/planning/templates.ts';
import { soleHolder } from '../../workspace/roles.ts';
import type { RoleHolder } from '../../workspace/roles.ts';
import { ordersFor } from '../order.ts';
import { conditionWords, evaluateCondition } from './template-conditions.ts';
import type { TemplateSubject } from './template-conditions.ts';
import { plusDays } from '../zoned-time.ts';

export type PlannedGate = {
  key: string;
  name: string;
  phase: Phase;
  check: GateCheck;
  why: string;
  places: GatePlace[];
  /** Null: all of its places. */
  needed: number | null;
  inOrder: boolean;
  limits: GateLimits;
  facts: FactGroup[];
  order: string;
};

export type ReleasePlan = {
  phases: { phase: Phase; plannedOn: string | null }[];
  checklist: { phase: Phase; text: string; order: string }[];
  roles: RoleAssignment[];
};

export type PlanInput = {
  template: ReleaseTemplate;
  /** The services of the release's components. */
  services: TemplateSubject['services'];
  dataMigration: boolean;
  /** The local date of the planned start; null while there is none, and then no phase has a date. */
  startDate: string | null;
  people: readonly RoleHolder[];
};

/** Everything a new release is filled with. Dates count back from the start in calendar days. */
export function planFromTemplate(input: PlanInput): ReleasePlan {
  const { template, startDate, people } = input;
  const texts = template.checklist.toSorted((a, b) => phaseIndex(a.phase) - phaseIndex(b.phase));
  const orders = ordersFor(texts.length);
  return {
    phases: phases.map((phase) => ({ phase, plannedOn: plannedDate(template, phase, startDate) })),
    checklist: texts.map((item, index) => ({ ...item, order: orders[index] ?? '' })),
    // Filled in only where there is nothing to choose: a wrong name is worse than an open place.
    roles: template.roles.map((roleKey) => ({ roleKey, personId: soleHolder(roleKey, people) })),
  };
}

/** The gates a template asks for, phase by phase; asked again when components or migration change. */
export function gatesFromTemplate(
  template: ReleaseTemplate,
  subject: TemplateSubject,
): PlannedGate[] {
  const gates = template.gates.toSorted((a, b) => phaseIndex(a.phase) - phaseIndex(b.phase));
  // Each gate keeps its place whether or not the others are asked for, so that one added later fits in.
  const orders = ordersFor(gates.length);
  return gates.flatMap((gate, index) => {
    const rule = evaluateCondition(gate.when, template.name, subject);
    if (!rule.holds) return [];
    const { key, name, phase, check, places, needed = null, inOrder = false, limits = {} } = gate;
    const why = `Template “${template.name}”, ${rule.reason} ${gate.why}`;
    const order = orders[index] ?? '';
    const terms = { places, needed, inOrder, limits };
    return { key, name, phase, check, why, ...terms, facts: boundFacts(gate), order };
  });
}

/** The gates and checklist of a template as people compare them before they choose one. */
export function describeTemplate(template: ReleaseTemplate) {
  return {
    type: template.type,
    name: template.name,
    about: template.about,
    gates: template.gates.map(({ name, phase, why, when }) => ({
      name,
      phase,
      why,
      when: conditionWords(when, template.name),
    })),
    checklist: template.checklist,
    roles: template.roles,
    leadDays: template.leadDays,
  };
}

/** An automated gate is judged anew from the facts each time, so it binds none. */
function boundFacts(gate: TemplateGate): FactGroup[] {
  return gate.check === 'decision' ? (gate.facts ?? [...factGroups]) : [];
}

function plannedDate(
  { leadDays }: ReleaseTemplate,
  phase: Phase,
  startDate: string | null,
): string | null {
  if (startDate === null) return null;
  if (phase === 'build') return plusDays(startDate, -leadDays.build);
  if (phase === 'readiness') return plusDays(startDate, -leadDays.readiness);
  if (phase === 'deployment') return startDate;
  if (phase === 'post-release') return plusDays(startDate, leadDays.postRelease);
  // Planning begins when somebody creates the release, and closing when somebody closes it.
  return null;
}

function phaseIndex(phase: Phase): number {
  return phases.indexOf(phase);
}
