import type { GateView } from '#shared/model/governance/gates.ts';
import { riskReasonKinds } from '#shared/model/reports/status.ts';
import type { RiskReason } from '#shared/model/reports/status.ts';
import { capitalised, counted } from '../../governance/gate-outcome.ts';
import { dueOf } from '../../governance/queue.ts';
import {
  daysBetween,
  dateIn,
  formatAge,
  formatDate,
  formatWhen,
} from '../../planning/zoned-time.ts';
import { withoutAddresses } from './free-text.ts';

export type AtRiskFacts = {
  startAt: string | null;
  zone: string;
  /** Null while it is not on hold. */
  holdReason: string | null;
  /** A deployment of it began. */
  begun: boolean;
  failedOn: readonly string[];
  openIncidents: number;
  gates: readonly GateView[];
  /** What stands against its planned start: freezes, bookings, absences. */
  findings: readonly { severity: string; sentence: string }[];
  lateTasks: number;
  lateNeeds: readonly string[];
};

type Context = { now: string; zone: string };

/** Days before the start from which on a gate that only waits is a danger. */
const nearDays = 2;

/**
 * Why a release is at risk, a sentence each; none where nothing speaks against it. How dangerous its
 * change is stands beside it and is no reason: a high risk that is looked after goes as planned.
 */
export function atRisk(facts: AtRiskFacts, context: Context): RiskReason[] {
  const reasons = [
    ...standing(facts, context),
    ...gateReasons(facts, context),
    ...facts.findings
      .filter(({ severity }) => severity !== 'warning')
      .map(({ sentence }) => reason('placement', sentence)),
    ...planned(facts),
  ];
  const place = ({ kind }: RiskReason) => riskReasonKinds.indexOf(kind);
  return reasons.toSorted((a, b) => place(a) - place(b));
}

function standing(facts: AtRiskFacts, { now }: Context): RiskReason[] {
  const { holdReason, startAt, begun, failedOn, openIncidents, zone } = facts;
  const isOverdue = startAt !== null && startAt < now && !begun;
  return [
    ...(holdReason === null
      ? []
      : [
          reason(
            'hold',
            holdReason.trim() === '' ? 'It is on hold' : `It is on hold: ${holdReason}`,
          ),
        ]),
    ...failedOn.map((place) => reason('deployment', `The deployment to ${place} failed`)),
    ...(openIncidents === 0
      ? []
      : [
          reason(
            'incident',
            `${counted(openIncidents, 'incident')} of it ${openIncidents === 1 ? 'is' : 'are'} open`,
          ),
        ]),
    ...(isOverdue
      ? [
          reason(
            'overdue',
            `It should have started ${formatWhen(startAt, zone, now)}, ${formatAge(startAt, now)} ago, and did not`,
          ),
        ]
      : []),
  ];
}

/** What blocks or is out of date always counts; what waits, once its day or the start is near. */
function gateReasons({ gates, startAt }: AtRiskFacts, { now, zone }: Context): RiskReason[] {
  const today = dateIn(now, zone);
  const isNear = startAt !== null && daysBetween(today, dateIn(startAt, zone)) <= nearDays;
  const before = gates.filter(({ phase, keptAt }) => phase !== 'post-release' && keptAt === null);
  const waiting = before.filter(({ status }) => status === 'waiting' || status === 'running');
  const late = waiting.filter((gate) => isLate(gate, today));
  const rest = isNear ? waiting.filter((gate) => !late.includes(gate)) : [];
  const names = rest.slice(0, 3).map(({ name }) => name);
  const more = rest.length > 3 ? ` and ${rest.length - 3} more` : '';
  return [
    ...before.filter(({ status }) => status === 'failed' || status === 'out-of-date').map(blocking),
    ...late.map((gate) =>
      reason('gate', `${gate.name} was due ${formatDate(dueOf(gate) ?? today, today)} and is open`),
    ),
    ...(names.length === 0
      ? []
      : [
          reason(
            'gate',
            `${counted(rest.length, 'gate')} before a start this near ${rest.length === 1 ? 'is' : 'are'} open: ${names.join(', ')}${more}`,
          ),
        ]),
  ];
}

/** What was said with a no-go is for those who work on the release, and no part of the page. */
function blocking({ name, status, summary, decisions }: GateView): RiskReason {
  if (status !== 'failed') return reason('gate', `${name} is out of date: ${summary}`);
  const isRefused = decisions.some(
    ({ outcome, withdrawn, overruled }) =>
      outcome === 'no-go' && withdrawn === null && overruled === null,
  );
  if (isRefused) return reason('gate', `${name} is blocked by a no-go`);
  return reason('gate', `${name} is blocked: ${summary}`);
}

function isLate(gate: GateView, today: string): boolean {
  const dueOn = dueOf(gate);
  return dueOn !== null && dueOn < today;
}

function planned({ lateTasks, lateNeeds }: AtRiskFacts): RiskReason[] {
  return [
    ...(lateTasks === 0
      ? []
      : [
          reason(
            'plan',
            `${counted(lateTasks, 'task')} of its plan ${lateTasks === 1 ? 'is' : 'are'} late`,
          ),
        ]),
    ...lateNeeds.map((name) => reason('plan', `What it needs may come too late: ${name}`)),
  ];
}

function reason(kind: RiskReason['kind'], text: string): RiskReason {
  const line = withoutAddresses(capitalised(text.trim()));
  return { kind, text: /[.!?…]$/.test(line) ? line : `${line}.` };
}
