import type { GateStatus } from '#shared/model/governance/gates.ts';
import type { Outcome, Phase } from '#shared/model/planning/releases.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** The parts of a release its life hangs on. */
export type Living = {
  name: string;
  phase: Phase;
  outcome: Outcome | null;
  /** Null while it is not on hold. */
  holdReason: string | null;
};

export type LifeGate = { name: string; phase: Phase; status: GateStatus; summary: string };

export const phaseNames: Record<Phase, string> = {
  planning: 'Planning',
  build: 'Build',
  readiness: 'Readiness',
  deployment: 'Deployment',
  'post-release': 'Post-release',
  closed: 'Closed',
};

/**
 * The phase that follows, when nothing is in the way: not on hold, and every gate of the phase that
 * is left passed or not applicable. Refuses with the open gates; the last phase is left by closing.
 */
export function nextPhase(release: Living, gates: readonly LifeGate[]): Phase {
  refuseOver(release);
  refuseOnHold(release, 'go on');
  const next = phases[phases.indexOf(release.phase) + 1];
  if (next === undefined || next === 'closed') {
    throw new Refusal(
      'precondition_failed',
      `${release.name} is in its last phase. Close it, and say how it ended.`,
    );
  }
  const open = openGates(gates, release.phase);
  if (open.length > 0) {
    throw new Refusal(
      'precondition_failed',
      `${phaseNames[release.phase]} is not over: ${open.map(inWords).join('; ')}. Settle ${open.length === 1 ? 'it' : 'them'} in Gates, then go on to ${phaseNames[next]}.`,
    );
  }
  return next;
}

/** The gates of a phase that are neither passed nor without meaning. */
export function openGates<T extends LifeGate>(gates: readonly T[], phase: Phase): T[] {
  return gates.filter(
    (gate) => gate.phase === phase && gate.status !== 'passed' && gate.status !== 'not-applicable',
  );
}

export function refuseOver({ name, phase }: Living): void {
  if (phase !== 'closed') return;
  throw new Refusal(
    'precondition_failed',
    `${name} is closed, so it stays as it was. Create a new release for further changes.`,
  );
}

/** `action` completes “take it off hold before you …”. */
export function refuseOnHold({ name, holdReason }: Living, action: string): void {
  if (holdReason === null) return;
  throw new Refusal(
    'precondition_failed',
    `${name} is on hold: ${holdReason}. Take it off hold before you ${action}.`,
  );
}

export type LifeDeployment = {
  environment: string;
  production: boolean;
  actualStartAt: string | null;
  result: 'succeeded' | 'failed' | 'rolled-back' | null;
};

/**
 * What a release still lacks before it can be closed, a sentence each, in the order of its life; an
 * empty list means that it can be.
 */
export function missingBeforeClosing(facts: {
  phase: Phase;
  gates: readonly LifeGate[];
  deployments: readonly LifeDeployment[];
  openIncidents: readonly string[];
  openItems: number;
}): string[] {
  const { phase, gates, deployments, openIncidents, openItems } = facts;
  const missing: string[] = [];
  if (phase !== 'post-release') {
    missing.push(`It is in ${phaseNames[phase]}: go on to Post-release first.`);
  }
  for (const { environment, result } of deployments) {
    if (result !== null) continue;
    missing.push(`The deployment to ${environment} has no result: record it, or take it out.`);
  }
  for (const gate of openGates(gates, 'post-release')) missing.push(`${inWords(gate)}.`);
  for (const title of openIncidents) {
    missing.push(`The incident “${title}” is not resolved: record when it was.`);
  }
  if (openItems > 0) {
    missing.push(
      `${openItems} ${openItems === 1 ? 'item' : 'items'} of the checklist ${openItems === 1 ? 'is' : 'are'} open: settle ${openItems === 1 ? 'it' : 'them'}.`,
    );
  }
  return missing;
}

/**
 * How it ended, from its production deployments: rolled back when the last one in any environment
 * did not stay, released otherwise. Deployments come in the order they started.
 */
export function suggestedOutcome(deployments: readonly LifeDeployment[]): Outcome {
  const lasts = new Map<string, LifeDeployment>();
  for (const each of deployments) {
    if (each.production && each.result !== null) lasts.set(each.environment, each);
  }
  // Where nothing was planned for production, what counts is the last environment it came to.
  const counting = lasts.size > 0 ? [...lasts.values()] : deployments.slice(-1);
  const stayed = counting.length > 0 && counting.every(({ result }) => result === 'succeeded');
  return stayed ? 'released' : 'rolled-back';
}

/** Refuses an outcome the deployments speak against. */
export function checkOutcome(outcome: Outcome, deployments: readonly LifeDeployment[]): void {
  if (outcome !== 'released') return;
  const shipped = deployments.some((each) => each.production && each.result === 'succeeded');
  const any = deployments.some((each) => each.result === 'succeeded');
  if (shipped || (any && !deployments.some((each) => each.production))) return;
  throw new Refusal(
    'precondition_failed',
    'Nothing of it is in production: no deployment there succeeded. Record the one that did, close it as rolled back, or cancel it.',
  );
}

/** A release whose version is in production is not cancelled any more. */
export function checkCancel(release: Living, deployments: readonly LifeDeployment[]): void {
  refuseOver(release);
  const live = deployments.find((each) => each.production && each.result === 'succeeded');
  if (live === undefined) return;
  throw new Refusal(
    'precondition_failed',
    `${release.name} is in production (${live.environment}), so it cannot be cancelled. Close it, as released or as rolled back.`,
  );
}

function inWords({ name, summary }: LifeGate): string {
  return `${name}: ${summary}`;
}
