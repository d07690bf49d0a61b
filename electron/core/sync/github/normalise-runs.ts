import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { isRecord } from '../record.ts';
import { normaliseRun } from './normalise-run.ts';
import type { PendingDeployment } from './schema.ts';

export type NormalisedRuns = { rows: NormalisedRun[]; warnings: ImportWarning[] };

/** A run as it came, with its place in the payload (`workflow_runs[3]`). */
export type RawRun = { raw: unknown; at: string };

/**
 * Rows from GitHub's answer about runs: one run, a list of runs, a page `{ workflow_runs }`, or a
 * list of such pages. A run that cannot be read is left out with a warning that names its place.
 * `pendingOf` gives the pending deployments of a run id where they were asked for.
 */
export function normaliseRuns(
  payload: unknown,
  pendingOf: (runId: string) => readonly PendingDeployment[] | undefined = () => undefined,
): NormalisedRuns {
  const warnings: ImportWarning[] = [];
  const rows = rawRuns(payload)
    .map(({ raw, at }) => normaliseRun(raw, at, warnings, pendingOf(idOf(raw))))
    .filter((row) => row !== null);
  return { rows, warnings };
}

/** The runs in a payload of any of the shapes; what is no page counts as a run. */
export function rawRuns(payload: unknown, at = ''): RawRun[] {
  const list = runsIn(payload);
  if (list) {
    const name = at === '' ? 'workflow_runs' : `${at}.workflow_runs`;
    return list.map((raw, n) => ({ raw, at: `${name}[${n}]` }));
  }
  // Pages in a list are what `gh api --paginate --slurp` writes.
  if (Array.isArray(payload) && at === '') {
    return payload.flatMap((each, n) => rawRuns(each, `[${n}]`));
  }
  return [{ raw: payload, at: at === '' ? 'run' : at }];
}

/** The runs of a page; null when the value is no page. */
export function runsIn(value: unknown): unknown[] | null {
  return isRecord(value) && Array.isArray(value['workflow_runs']) ? value['workflow_runs'] : null;
}

/** What a row calls itself, for a warning about it; a thing that is no id has no name. */
export function idOf(raw: unknown): string {
  const id = isRecord(raw) ? raw['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}
