import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type {
  Decision,
  DecisionChannel,
  DecisionCondition,
  Evidence,
  FactGroup,
  GatePlace,
  GateStatus,
} from '#shared/model/governance/gates.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { dateIn, formatDate, formatWhen } from '../planning/zoned-time.ts';
import { roleWords } from '../workspace/roles.ts';
import { leavesOpen } from './places.ts';
import { capitalised, counted, outcomeWords, ownEvidence } from './gate-outcome.ts';

export type VerdictContext = {
  rules: ApprovalRules;
  /** Who may overrule a no-go, as they are called in a sentence; empty where nobody may. */
  authority: string;
  names: ReadonlyMap<string, string>;
  roleNames: ReadonlyMap<string, string>;
  now: string;
  zone: string;
};

/** What one place contributes: its status, words for the summary, and sentences of what it needs. */
export type PlaceVerdict = { status: GateStatus; text: string; needs: string[] };

/** What the standing decision of a place says now. */
export function judgeDecision(
  decision: Decision,
  place: GatePlace,
  context: VerdictContext,
): PlaceVerdict {
  const by = `${nameOf(decision.decidedById, context)}${standingIn(decision, context)}, ${when(decision, context)}${recorded(decision, context)}`;
  if (leavesOpen(decision, context.rules)) return openVerdict(decision, place, context);
  if (!decision.current) return staleVerdict(decision, context);
  switch (decision.outcome) {
    case 'go':
      return { status: 'passed', text: `go by ${by}`, needs: [] };
    case 'abstain':
      return { status: 'passed', text: `abstention of ${by}, which counts`, needs: [] };
    case 'no-go':
      return noGoVerdict(decision, by, context);
    case 'conditional-go':
      return conditionalVerdict(decision, by, context);
    case 'deferred':
      throw new Error('A deferral leaves its place open');
    default:
      return assertNever(decision.outcome);
  }
}

/** An abstention that does not count, or a deferral: somebody decides in the place later. */
function openVerdict(decision: Decision, place: GatePlace, context: VerdictContext): PlaceVerdict {
  const name = nameOf(decision.decidedById, context);
  const seat = `the place of the ${roleWords(place.roleKey, context.roleNames)}`;
  const needs = [`A decision in ${seat}.`];
  const { outcome, deferredTo } = decision;
  if (outcome === 'abstain') {
    return { status: 'waiting', text: `${name} abstained; ${seat} is open`, needs };
  }
  const today = dateIn(context.now, context.zone);
  const day = deferredTo === null ? '' : ` to ${formatDate(deferredTo, today)}`;
  const isDue = deferredTo !== null && deferredTo <= today;
  const state = isDue ? 'is to be taken up again' : 'is open';
  return {
    status: 'waiting',
    text: `${name} deferred the decision${day}; ${seat} ${state}`,
    needs,
  };
}

/** What was overruled stays in the record, and its place counts as filled by who overruled it. */
function noGoVerdict(decision: Decision, by: string, context: VerdictContext): PlaceVerdict {
  const { overruled } = decision;
  const text = `no-go by ${by}: ${decision.comment}`;
  if (overruled === null) {
    return { status: 'failed', text, needs: [noGoWayOut(decision, context)] };
  }
  const who = nameOf(overruled.byId, context);
  const at = formatWhen(overruled.at, context.zone, context.now);
  return {
    status: 'passed',
    text: `no-go by ${by}, overruled by ${who}, ${at}: ${overruled.reason}`,
    needs: [],
  };
}

function noGoWayOut(decision: Decision, context: VerdictContext): string {
  const name = nameOf(decision.decidedById, context);
  const over = context.authority === '' ? '' : `, or ask ${context.authority} to overrule it`;
  return `Settle the reason, then ask ${name} to withdraw the no-go and decide again${over}.`;
}

/** `approved Mon 23 Nov 17:40 for an earlier scope` */
function staleVerdict(decision: Decision, context: VerdictContext): PlaceVerdict {
  const name = nameOf(decision.decidedById, context);
  const verb = staleVerbs[decision.outcome];
  const facts = earlierFacts(decision.differences);
  const text = `${verb} by ${name}, ${when(decision, context)}, for ${facts}`;
  return {
    status: 'out-of-date',
    text,
    needs: [`${name} decides again on the facts as they are now.`],
  };
}

/** For which facts a stale decision was given: `an earlier scope`. */
export function earlierFacts(differences: Decision['differences']): string {
  const changed = new Set(differences.map(({ group }) => group));
  const [only, ...others] = changed;
  return only === undefined || others.length > 0 ? 'earlier facts' : groupWords[only];
}

const staleVerbs: Record<Decision['outcome'], string> = {
  go: 'approved',
  'conditional-go': 'approved',
  'no-go': 'refused',
  deferred: 'deferred',
  abstain: 'left open',
};

const groupWords: Record<FactGroup, string> = {
  components: 'earlier components',
  scope: 'an earlier scope',
  risks: 'earlier risks',
  'rollback-plan': 'an earlier rollback plan',
  'planned-start': 'an earlier start',
};

/** An open condition lets the gate pass until the end of its day; from then on it is a no. */
function conditionalVerdict(decision: Decision, by: string, context: VerdictContext): PlaceVerdict {
  const today = dateIn(context.now, context.zone);
  const open = decision.conditions.filter(({ metAt }) => metAt === null);
  const overdue = open.filter(({ dueOn }) => dueOn < today);
  const needs = open.map((condition) => conditionNeed(condition, today, context));
  const [late] = overdue;
  if (late) {
    const owner = nameOf(late.ownerId, context);
    const text = `condition overdue since ${formatDate(late.dueOn, today)}: ${late.text} (${owner})`;
    return { status: 'failed', text, needs };
  }
  const next = open.map(({ dueOn }) => dueOn).toSorted()[0];
  const due =
    next === undefined
      ? 'conditions met'
      : `${counted(open.length, 'condition')} open, due ${formatDate(next, today)}`;
  const text = `conditional go by ${by}, ${due}`;
  if (next === undefined || context.rules.conditionalCounts) {
    return { status: 'passed', text, needs };
  }
  return { status: 'waiting', text: `${text}; it counts once they are met`, needs };
}

function conditionNeed(
  { text, ownerId, dueOn }: DecisionCondition,
  today: string,
  context: VerdictContext,
): string {
  return `Condition: ${text} (${nameOf(ownerId, context)}, due ${formatDate(dueOn, today)}).`;
}

/** A decision as evidence: whose it is, in which role, and how it got into the record. */
export function decisionEvidence(
  decision: Decision,
  place: GatePlace,
  context: VerdictContext,
): Evidence {
  const name = nameOf(decision.decidedById, context);
  const role = roleWords(place.roleKey, context.roleNames);
  const second = decision.secondPlace ? ', who fills another place too' : '';
  const what = `${capitalised(outcomeWords[decision.outcome])} by ${name} (${role}${standingIn(decision, context)})${second}`;
  const status = judgeDecision(decision, place, context).status;
  return ownEvidence(what, status, `${when(decision, context)}${recorded(decision, context)}`);
}

const channelWords: Record<DecisionChannel, string> = {
  self: '',
  meeting: 'in a meeting',
  'response-file': 'by response file',
  'e-mail': 'by e-mail',
};

/** Nothing in one's own seat; otherwise for whom somebody decided, and why they could. */
function standingIn({ forPersonId, forReason }: Decision, context: VerdictContext): string {
  if (forReason === '') return '';
  const whom = forPersonId === null ? '' : ` for ${nameOf(forPersonId, context)}`;
  return ` standing in${whom} (${forReason})`;
}

/** Nothing for somebody's own entry; otherwise how it came in, and who wrote it down for whom. */
function recorded(decision: Decision, context: VerdictContext): string {
  const parts = [channelWords[decision.channel]];
  if (decision.recordedById !== decision.decidedById) {
    parts.push(`recorded by ${nameOf(decision.recordedById, context)}`);
  }
  const said = parts.filter((part) => part !== '');
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

function when({ decidedAt }: Decision, { zone, now }: VerdictContext): string {
  return formatWhen(decidedAt, zone, now);
}

function nameOf(personId: string, { names }: VerdictContext): string {
  return names.get(personId) ?? 'somebody who left';
}
