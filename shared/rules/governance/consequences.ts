import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { phaseNames } from '../planning/life.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import { counted } from './gate-outcome.ts';

export type ConsequenceInput = {
  gate: GateView;
  /** All gates of the release. */
  gates: readonly GateView[];
  release: { name: string; phase: Phase; startAt: string | null };
  rules: ApprovalRules;
  /** Who may overrule a no-go, as they are called in a sentence; empty where nobody may. */
  authority: string;
  now: string;
  zone: string;
};

/** What each outcome would set off at a gate as it stands, said before anybody signs. */
export function consequencesOf(input: ConsequenceInput): GateView['consequences'] {
  const { gate, rules } = input;
  if (gate.check !== 'decision' || gate.quorum === null || gate.keptAt !== null) return {};
  const go = goOf(input);
  return {
    go,
    'conditional-go': rules.conditionalCounts
      ? `${go} Each condition stays open until its day and is looked at again at the next gate.`
      : 'The seat is taken, and counts once its conditions are met.',
    'no-go': noGoOf(input),
    deferred: 'The seat stays open, and the decision comes up again on that day.',
    abstain: rules.abstentionCounts
      ? `The seat is filled without a yes or no, and counts towards the ${gate.quorum.needed} needed.`
      : 'It does not count: the seat stays open for somebody else who may decide in it.',
  };
}

/** `Your go is the last: the gate passes and Payments 4.2 may start deployment Sat 28 Nov 22:00.` */
function goOf(input: ConsequenceInput): string {
  const { gate } = input;
  const { needed, given, inOrder } = gate.quorum ?? { needed: 0, given: 0, inOrder: false };
  const left = needed - given - 1;
  if (left < 0) return 'The gate has its decisions already; yours is recorded beside them.';
  if (left > 0) {
    const next = inOrder ? nextAsked(gate) : '';
    const more = `${left} more ${left === 1 ? 'is' : 'are'} needed`;
    return `After your go ${more} before the gate passes${next}.`;
  }
  const isAlone = needed === 1 ? 'Your go decides' : 'Your go is the last';
  const failed = gate.seats.length > 1 && gate.status === 'failed';
  if (failed)
    return 'Your go is counted, but a no-go or an overdue condition still blocks the gate.';
  const conditions = gate.earlier.filter(({ carried }) => !carried).length;
  if (conditions > 0) {
    return `${isAlone}: the gate passes once ${counted(conditions, 'condition')} of earlier gates ${conditions === 1 ? 'is' : 'are'} met or carried over.`;
  }
  return `${isAlone}: the gate passes${phaseEffect(input)}.`;
}

function nextAsked({ seats }: GateView): string {
  const at = seats.findIndex(({ askedIds }) => askedIds.length > 0);
  const next = seats.slice(at + 1).find(({ held }) => held !== '');
  return next === undefined ? '' : `, and the next one is asked: ${next.roleName}`;
}

function phaseEffect({ gate, gates, release, now, zone }: ConsequenceInput): string {
  const next = phases[phases.indexOf(gate.phase) + 1];
  if (next === undefined) return '';
  if (gate.phase !== release.phase) {
    return `, which counts once ${release.name} is in ${phaseNames[gate.phase].toLowerCase()}`;
  }
  const open = gates.filter(
    ({ id, phase, status }) =>
      id !== gate.id && phase === gate.phase && status !== 'passed' && status !== 'not-applicable',
  ).length;
  if (open > 0) {
    return `; ${counted(open, 'other gate')} of ${phaseNames[gate.phase].toLowerCase()} still ${open === 1 ? 'stands' : 'stand'} in the way`;
  }
  if (next === 'closed') return ` and ${release.name} may be closed`;
  const start =
    next === 'deployment' && release.startAt !== null
      ? ` ${formatWhen(release.startAt, zone, now)}`
      : '';
  return ` and ${release.name} may start ${phaseNames[next].toLowerCase()}${start}`;
}

function noGoOf({ rules, authority, gate }: ConsequenceInput): string {
  if (!rules.noGoBlocks) {
    return `It does not count towards the ${gate.quorum?.needed ?? 0} needed; the gate is blocked once too few seats are left.`;
  }
  const over = authority === '' ? '' : ` or ${authority} overrules it`;
  return `The gate is blocked until the no-go is withdrawn${over}.`;
}
