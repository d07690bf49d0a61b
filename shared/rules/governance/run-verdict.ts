import type { GateStatus } from '#shared/model/governance/gates.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { CommitRun } from './commit-runs.ts';

/** Somebody's word, by name, that one attempt's warnings are acceptable. */
export type Acknowledgement = { runId: string; byName: string; reason: string };

export type RunVerdict = {
  status: GateStatus;
  /** What was found, as part of a line. */
  text: string;
  /** What to do about it, as a sentence; null when nothing is needed. */
  need: string | null;
  acknowledgeable: boolean;
};

/** What the counting run of a workflow says. `subject` names it: `build of payments-api at 9f2c1ab`. */
export function judgeRun(
  subject: string,
  run: CommitRun | null,
  acknowledgements: readonly Acknowledgement[],
): RunVerdict {
  if (!run) {
    return verdict('waiting', `no run of ${subject} yet`, `Let ${subject} run, then sync.`);
  }
  const which = run.attempt > 1 ? `${subject} (attempt ${run.attempt})` : subject;
  switch (run.status) {
    case 'succeeded':
      return run.warnings
        ? judgeWarnings(which, run, acknowledgements)
        : verdict('passed', `${which} succeeded`, null);
    case 'failed':
      return verdict('failed', `${which} failed`, `Mend ${subject} and let it run again.`);
    case 'cancelled':
      return verdict('failed', `${which} was cancelled`, `Let ${subject} run to its end.`);
    case 'running':
      return verdict('running', `${which} is running`, null);
    case 'queued':
      return verdict('running', `${which} is queued`, null);
    case 'needs-approval':
      return verdict(
        'waiting',
        `${which} waits for an approval at the provider`,
        `Approve ${subject} at the provider, then sync.`,
      );
    // Neither says that anything was tested, so neither passes; nor did anything fail.
    case 'skipped':
      return verdict('waiting', `${which} was skipped`, `Let ${subject} run, then sync.`);
    case 'unknown':
      return verdict(
        'waiting',
        `${which} ended in a way Slipway does not know: ${rawWords(run)}`,
        `Look at ${subject} at the provider, and let it run again.`,
      );
    default:
      return assertNever(run.status);
  }
}

/** The acknowledgement counts for this attempt only: the next one may warn of something else. */
function judgeWarnings(
  which: string,
  run: CommitRun,
  acknowledgements: readonly Acknowledgement[],
): RunVerdict {
  const accepted = acknowledgements.find(({ runId }) => runId === run.id);
  if (accepted) {
    const by = `accepted by ${accepted.byName}: ${accepted.reason}`;
    return verdict('passed', `${which} succeeded with warnings, ${by}`, null);
  }
  const need = `Acknowledge the warnings of ${which} with a reason, or mend them.`;
  return { ...verdict('waiting', `${which} succeeded with warnings`, need), acknowledgeable: true };
}

function rawWords({ rawStatus, rawResult }: CommitRun): string {
  const words = [rawStatus, rawResult].filter((word) => word !== null && word !== '');
  return words.length > 0 ? `“${words.join(', ')}”` : 'it gave no status';
}

function verdict(status: GateStatus, text: string, need: string | null): RunVerdict {
  return { status, text, need, acknowledgeable: false };
}
