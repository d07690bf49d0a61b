import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase, RollbackPlan } from '#shared/model/planning/releases.ts';
import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import { dateIn, daysBetween, formatDate } from '../planning/zoned-time.ts';
import { counted, ownEvidence } from './gate-outcome.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { riskBandOf } from './risk.ts';

/** The gates that are judged from the release's own plan: checklist, rollback plan and risks. */

export type ChecklistEntry = Pick<
  ChecklistItem,
  'phase' | 'text' | 'state' | 'evidence' | 'reason'
>;
export type RollbackEntry = Omit<RollbackPlan, 'releaseId' | 'rev'> & {
  /** How the rehearsal went; absent or null where only its day was entered. */
  rehearsed?: Rehearsal['result'] | null;
};
export type RiskEntry = Pick<Risk, 'title' | 'likelihood' | 'impact' | 'state'>;

/** How long a rehearsal says that the way back works. */
export const rehearsalLimitDays = 30;

/** Every item up to the gate's phase is done or does not apply; what comes after a release waits. */
export function checklistComplete(items: readonly ChecklistEntry[], phase: Phase): GateOutcome {
  const last = phases.indexOf(phase);
  const due = items.filter(
    (item) => phases.indexOf(item.phase) <= last && item.phase !== 'post-release',
  );
  if (due.length === 0) {
    const summary = `the checklist has no items up to ${phase}`;
    return outcome('waiting', summary, ['Add the items that must be true before the start.']);
  }
  const open = due.filter((item) => item.state === 'open');
  const exempt = due.filter((item) => item.state === 'not-applicable').length;
  const evidence = due.map((item) =>
    ownEvidence(
      item.text,
      item.state === 'done' ? 'passed' : item.state === 'open' ? 'waiting' : 'not-applicable',
      item.state === 'done' ? item.evidence : item.reason,
    ),
  );
  if (open.length > 0) {
    const summary = `${open.length} of ${counted(due.length, 'item')} open, first “${open[0]?.text ?? ''}”`;
    const needs = open.map((item) => `Settle “${item.text}”`);
    return { ...outcome('waiting', summary, needs), evidence };
  }
  const without = exempt > 0 ? `, ${exempt} of them not applicable` : '';
  const summary = `${counted(due.length, 'item')} settled${without}`;
  return { ...outcome('passed', summary, []), evidence };
}

export function rollbackPlanned(plan: RollbackEntry | null): GateOutcome {
  const steps = stepCount(plan);
  if (!plan || steps === 0) {
    return outcome('waiting', 'no rollback plan yet', [
      'Write the steps of the rollback plan, one a line.',
    ]);
  }
  const length = plan.durationMinutes === null ? '' : `, ${plan.durationMinutes} min`;
  return outcome('passed', `rollback plan with ${counted(steps, 'step')}${length}`, []);
}

/** `now` and `zone` say which day today is; a rehearsal counts from the day it was held. */
export function rollbackRehearsed(
  plan: RollbackEntry | null,
  now: string,
  zone: string,
): GateOutcome {
  const again = ['Rehearse the rollback and record it in its plan.'];
  if (stepCount(plan) === 0) {
    return outcome('waiting', 'no rollback plan to rehearse yet', [
      'Write the steps of the rollback plan, then rehearse them.',
    ]);
  }
  if (!plan || plan.rehearsedOn === null) return outcome('waiting', 'never rehearsed', again);
  const today = dateIn(now, zone);
  const day = formatDate(plan.rehearsedOn, today);
  const age = daysBetween(plan.rehearsedOn, today);
  if (age < 0) return outcome('waiting', `rehearsal planned for ${day}`, again);
  const result = plan.rehearsalResult === '' ? '' : `: ${plan.rehearsalResult}`;
  const ago = `${age === 0 ? 'today' : `${counted(age, 'day')} ago`}, limit ${rehearsalLimitDays}`;
  if (plan.rehearsed === 'failed') {
    const needs = ['Mend the rollback plan, rehearse it again and record how that went.'];
    const evidence = [ownEvidence(`Rehearsed ${day}${result}`, 'failed', 'rollback plan')];
    return { ...outcome('failed', `the rehearsal of ${day} failed`, needs), evidence };
  }
  if (age > rehearsalLimitDays) return outcome('out-of-date', `last rehearsal ${ago}`, again);
  const evidence = [ownEvidence(`Rehearsed ${day}${result}`, 'passed', 'rollback plan')];
  return { ...outcome('passed', `rehearsed ${ago}`, []), evidence };
}

export function noOpenCriticalRisk(risks: readonly RiskEntry[]): GateOutcome {
  const open = risks
    .filter((risk) => risk.state === 'open')
    .map(({ title, likelihood, impact }) => ({ title, score: likelihood * impact }))
    .toSorted((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1));
  const critical = open.filter(({ score }) => riskBandOf(score) === 'critical');
  if (critical.length > 0) {
    const titles = critical.map(({ title, score }) => `“${title}” (${score})`).join(', ');
    return outcome(
      'failed',
      `${counted(critical.length, 'open critical risk')}: ${titles}`,
      critical.map(({ title }) => `Mitigate “${title}”, or have it accepted by name.`),
    );
  }
  const [highest] = open;
  if (!highest) return outcome('passed', 'no open risk', []);
  const { score } = highest;
  return outcome('passed', `highest open risk ${score}, ${riskBandOf(score)}`, []);
}

function stepCount(plan: RollbackEntry | null): number {
  return (plan?.steps ?? '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
}

function outcome(status: GateOutcome['status'], summary: string, needs: string[]): GateOutcome {
  return { status, summary, needs, evidence: [], asOf: null };
}
