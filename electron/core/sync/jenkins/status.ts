import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { MappedStatus } from '../reading/blank-rows.ts';
import { word } from '../reading/place.ts';

const results = new Map<string, RunStatus>([
  ['success', 'succeeded'],
  ['unstable', 'succeeded'],
  ['failure', 'failed'],
  ['failed', 'failed'],
  ['aborted', 'cancelled'],
  ['not_built', 'skipped'],
  ['not_executed', 'skipped'],
]);

/** What is told of a build: its own fields and, where an export puts it beside, of its stages. */
export type BuildWords = {
  building: boolean | null | undefined;
  result: string | null | undefined;
  stages?: string | null | undefined;
  pendingInput?: boolean;
};

/**
 * A build that goes on counts as running whatever its result says: post steps run after a failure.
 * A finished one without a result is unknown.
 */
export function buildStatus({ building, result, stages, pendingInput }: BuildWords): MappedStatus {
  const said = word(result);
  const isBuilding = building ?? false;
  if (isBuilding) {
    const waits = pendingInput === true || word(stages) === 'paused_pending_input';
    return { status: waits ? 'needs-approval' : 'running', warnings: false };
  }
  return finished(said);
}

/** A run or stage as the stage view tells it. */
export function stageStatus(raw: string | null | undefined): MappedStatus {
  const said = word(raw);
  if (said === 'paused_pending_input') return { status: 'needs-approval', warnings: false };
  if (said === 'in_progress') return { status: 'running', warnings: false };
  return finished(said);
}

function finished(said: string): MappedStatus {
  return { status: results.get(said) ?? 'unknown', warnings: said === 'unstable' };
}

const colours = new Map<string, RunStatus>([
  ['blue', 'succeeded'],
  ['yellow', 'succeeded'],
  ['red', 'failed'],
  ['aborted', 'cancelled'],
  ['notbuilt', 'skipped'],
  ['disabled', 'skipped'],
  ['grey', 'unknown'],
]);

/** A job by its ball: the last build in one word, where no build is told. */
export function colourStatus(raw: string | null | undefined): MappedStatus {
  const said = word(raw);
  const still = said.replace(/_anime$/, '');
  const status = colours.get(still) ?? 'unknown';
  if (still !== said && colours.has(still)) return { status: 'running', warnings: false };
  return { status, warnings: still === 'yellow' };
}
