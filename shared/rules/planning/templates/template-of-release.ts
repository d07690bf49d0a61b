import { factGroups } from '#shared/model/governance/gates.ts';
import type { Gate } from '#shared/model/governance/gates.ts';
import type { GateSource, GateTerms } from '#shared/model/governance/gate-terms.ts';
import type { Phase, ReleaseType } from '#shared/model/planning/releases.ts';
import type {
  ReleaseTemplate,
  TemplateContent,
  TemplateGate,
} from '#shared/model/planning/templates.ts';
import { daysBetween } from '../zoned-time.ts';

/** What of a release goes into a template. */
export type ReleaseShape = {
  type: ReleaseType;
  phases: readonly { phase: Phase; plannedOn: string | null }[];
  roles: readonly { roleKey: string }[];
  /** In their order. */
  gates: readonly (Pick<Gate, 'key' | 'name' | 'phase' | 'check' | 'places' | 'facts' | 'why'> &
    Pick<GateTerms, 'needed' | 'inOrder' | 'limits'> & { source: GateSource })[];
  checklist: readonly { phase: Phase; text: string }[];
};

/**
 * A template from a release as it is now. What a gate's reason saw in that release stays there: its
 * own words and its condition come from the template the release was made from. Gates that template
 * asks for only of other releases are kept, or a template made of a harmless release would let a
 * dangerous one through.
 */
export function templateOfRelease(
  release: ReleaseShape,
  madeFrom: ReleaseTemplate,
): TemplateContent {
  const present = new Set(release.gates.map(({ key }) => key));
  const unasked = madeFrom.gates.filter(({ key, when }) => when !== undefined && !present.has(key));
  return {
    type: release.type,
    leadDays: leadDaysOf(release, madeFrom),
    roles: release.roles.map(({ roleKey }) => roleKey),
    // What the policy asks for it asks of the releases of this template too, as their risk is.
    gates: [
      ...release.gates
        .filter(({ source }) => source !== 'policy')
        .map((gate) => gateOf(gate, madeFrom)),
      ...unasked,
    ],
    checklist: release.checklist.map(({ phase, text }) => ({ phase, text })),
  };
}

function gateOf(gate: ReleaseShape['gates'][number], madeFrom: ReleaseTemplate): TemplateGate {
  const { key, name, phase, check, places, facts } = gate;
  const asked = madeFrom.gates.find((each) => each.key === key);
  const isAll = factGroups.every((group) => facts.includes(group));
  return {
    ...{ key, name, phase, check, places },
    ...(gate.needed === null ? {} : { needed: gate.needed }),
    ...(gate.inOrder ? { inOrder: true } : {}),
    ...(Object.keys(gate.limits).length === 0 ? {} : { limits: gate.limits }),
    ...(check === 'decision' && !isAll ? { facts } : {}),
    why: asked?.why ?? ownReason(gate.why),
    ...(asked?.when === undefined ? {} : { when: asked.when }),
  };
}

/** Without the template, the rule and what it saw, which stand in front. */
function ownReason(why: string): string {
  const own = why.replace(/^Template “.*?”, rule “.*?” \(seen: .*?\)\. /su, '').trim();
  return own === '' ? why : own;
}

function leadDaysOf({ phases }: ReleaseShape, { leadDays }: ReleaseTemplate) {
  const planned = (phase: Phase) => phases.find((each) => each.phase === phase)?.plannedOn ?? null;
  const start = planned('deployment');
  const before = (phase: Phase, usual: number) => {
    const on = planned(phase);
    return on === null || start === null ? usual : Math.max(0, daysBetween(on, start));
  };
  const review = planned('post-release');
  const readiness = before('readiness', leadDays.readiness);
  return {
    // Moved by hand, readiness may have come to lie before build, which no template can ask for.
    build: Math.max(readiness, before('build', leadDays.build)),
    readiness,
    postRelease:
      review === null || start === null
        ? leadDays.postRelease
        : Math.max(0, daysBetween(start, review)),
  };
}
