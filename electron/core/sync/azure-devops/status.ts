import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { MappedStatus } from '../reading/blank-rows.ts';
import { word } from '../reading/place.ts';

type Word = string | null | undefined;

const results = new Map<string, RunStatus>([
  ['succeeded', 'succeeded'],
  ['partiallysucceeded', 'succeeded'],
  ['succeededwithissues', 'succeeded'],
  ['failed', 'failed'],
  ['abandoned', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
]);

const complaints = ['partiallysucceeded', 'succeededwithissues'];

const unfinished = new Map<string, RunStatus>([
  ['notstarted', 'queued'],
  ['postponed', 'queued'],
  ['inprogress', 'running'],
  ['cancelling', 'running'],
  ['canceling', 'running'],
]);

/** A build or run. Only `completed` looks at the result. */
export function buildStatus(status: Word, result: Word, waitsForApproval: boolean): MappedStatus {
  const said = word(status);
  if (said === 'completed') {
    const outcome = word(result);
    return {
      status: results.get(outcome) ?? 'unknown',
      warnings: complaints.includes(outcome),
    };
  }
  const known = unfinished.get(said);
  if (known !== undefined && waitsForApproval) return plain('needs-approval');
  return plain(known ?? 'unknown');
}

/** A record of a timeline, which alone can be `pending`. */
export function recordStatus(state: Word, result: Word, waitsForApproval: boolean): MappedStatus {
  if (word(state) === 'pending') return plain('queued');
  return buildStatus(state, result, waitsForApproval);
}

const approvals = new Map<string, RunStatus>([
  ['uninitiated', 'queued'],
  ['pending', 'needs-approval'],
  ['approved', 'succeeded'],
  ['rejected', 'failed'],
  ['timedout', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
]);

/** An approval of a pipeline or of a release. */
export function approvalStatus(status: Word): RunStatus {
  return approvals.get(word(status)) ?? 'unknown';
}

const environments = new Map<string, RunStatus>([
  ['notstarted', 'queued'],
  ['queued', 'queued'],
  ['scheduled', 'queued'],
  ['inprogress', 'running'],
  ['succeeded', 'succeeded'],
  ['partiallysucceeded', 'succeeded'],
  ['rejected', 'failed'],
  ['canceled', 'cancelled'],
]);

/** One environment of a release; what never started in an abandoned one never will. */
export function environmentStatus(
  status: Word,
  waitsForApproval: boolean,
  releaseStatus: Word,
): MappedStatus {
  const said = word(status);
  if (said === 'notstarted' && word(releaseStatus) === 'abandoned') return plain('skipped');
  const known = environments.get(said) ?? 'unknown';
  if (waitsForApproval && (known === 'queued' || known === 'running')) {
    return plain('needs-approval');
  }
  return { status: known, warnings: said === 'partiallysucceeded' };
}

/** What goes before what, where the environments of an active release differ. */
const before: readonly RunStatus[] = ['needs-approval', 'running', 'failed', 'queued'];

/** A release's own word is no outcome: an active one stands where its environments do. */
export function releaseStatus(status: Word, inside: readonly MappedStatus[]): MappedStatus {
  const said = word(status);
  if (said === 'draft') return plain('queued');
  if (said === 'abandoned') return plain('cancelled');
  if (said !== 'active' || inside.length === 0) return plain('unknown');
  const first = before.find((each) => inside.some((one) => one.status === each));
  const all = inside.every((one) => one.status === 'succeeded') ? 'succeeded' : 'unknown';
  const shown = first ?? all;
  const complains = inside.some(({ warnings }) => warnings);
  return {
    status: shown,
    warnings: complains && (shown === 'succeeded' || shown === 'running'),
  };
}

const operations = new Map<string, RunStatus>([
  ['queued', 'queued'],
  ['scheduled', 'queued'],
  ['deferred', 'queued'],
  ['queuedforagent', 'queued'],
  ['queuedforpipeline', 'queued'],
  ['pending', 'needs-approval'],
  ['manualinterventionpending', 'needs-approval'],
  ['approved', 'running'],
  ['phaseinprogress', 'running'],
  ['cancelling', 'running'],
  ['evaluatinggates', 'running'],
  ['rejected', 'failed'],
  ['phasefailed', 'failed'],
  ['gatefailed', 'failed'],
  ['canceled', 'cancelled'],
  ['phasecanceled', 'cancelled'],
]);

/** Says nothing of its own: the deployment's word is what is left. */
const silent = ['', 'undefined', 'phasesucceeded', 'phasepartiallysucceeded'];

/**
 * A deployment by its two words. A final deployment status wins over the operation, which keeps its
 * last word (`Approved`); “not deployed” is final only where no operation has still to come.
 */
export function deploymentStatus(
  deployed: Word,
  operation: Word,
  waitsForApproval: boolean,
): MappedStatus {
  const said = word(deployed);
  const doing = word(operation);
  if (said === 'succeeded' || said === 'failed') return plain(said);
  if (said === 'partiallysucceeded') return { status: 'succeeded', warnings: true };
  const op = operations.get(doing);
  if (said === 'notdeployed') {
    if (waitsForApproval && (op === 'queued' || op === 'needs-approval')) {
      return plain('needs-approval');
    }
    return plain(doing === 'pending' || op === 'queued' ? 'queued' : 'skipped');
  }
  if (op === undefined) {
    const goesOn = said === 'inprogress' && silent.includes(doing);
    if (!goesOn) return plain('unknown');
  }
  const now = op ?? 'running';
  if (waitsForApproval && (now === 'queued' || now === 'running')) return plain('needs-approval');
  return plain(now);
}

function plain(status: RunStatus): MappedStatus {
  return { status, warnings: false };
}
