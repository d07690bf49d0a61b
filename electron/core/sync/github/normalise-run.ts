import type { z } from 'zod';
import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { readInstant } from '../instant.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { run as runSchema, type PendingDeployment, type Run } from './schema.ts';
import { mapRunStatus } from './status.ts';

/**
 * One run of GitHub Actions as a row, or null with a warning when it is none. `at` is its place in
 * the answer or file, for warnings; `pending` the deployments a waiting run is held by, when asked for.
 */
export function normaliseRun(
  raw: unknown,
  at: string,
  warnings: ImportWarning[],
  pending?: readonly PendingDeployment[],
): NormalisedRun | null {
  if (!isRecord(raw)) {
    warnings.push({ at, reason: `expected a workflow run, found ${kindOfValue(raw)}` });
    return null;
  }
  if (!('status' in raw) && !('conclusion' in raw)) {
    warnings.push({ at, reason: 'has no status, so it says nothing about a run; left out' });
    return null;
  }
  const parsed = runSchema.safeParse(raw);
  if (!parsed.success) {
    warnings.push({ at, reason: reasonOf(parsed.error) });
    return null;
  }
  return rowOf(parsed.data, at, warnings, pending);
}

function rowOf(
  run: Run,
  at: string,
  warnings: ImportWarning[],
  pending: readonly PendingDeployment[] | undefined,
): NormalisedRun | null {
  const warn = (field: string, reason: string) => warnings.push({ at: `${at}.${field}`, reason });
  const attempt = Number(run.run_attempt ?? 1);
  if (attempt < 1) {
    warn('run_attempt', `expected 1 or more, found ${attempt}; the run was left out`);
    return null;
  }
  const date = (field: 'created_at' | 'run_started_at' | 'updated_at') => {
    const read = readInstant(run[field]);
    if (read === undefined) warn(field, `“${shorten(run[field])}” is no date and was left empty`);
    return read ?? null;
  };
  if (!run.repository) warn('repository', 'is missing, so the run is known by its own id alone');
  const rawStatus = storable(run.status);
  const rawResult = storable(run.conclusion);
  const mapped = mapRunStatus(
    rawStatus,
    rawResult,
    pending ?? run.pending_deployments ?? undefined,
  );
  const updatedAt = date('updated_at');
  // A completed run that waits for a person can still go on, as its next attempt.
  const isOver =
    rawStatus?.trim().toLowerCase() === 'completed' && mapped.status !== 'needs-approval';
  const workflow = workflowPath(run);
  const name = storable(run.name);
  return {
    kind: 'run',
    externalId: run.repository ? `${run.repository.id}/${run.id}` : String(run.id),
    attempt,
    number: typeof run.run_number === 'string' ? Number(run.run_number) : (run.run_number ?? null),
    workflow,
    workflowName: name ?? workflow,
    title: storable(run.display_title) ?? name ?? '',
    status: mapped.status,
    warnings: mapped.warnings,
    rawStatus,
    rawResult,
    commit: storable(run.head_sha) ?? '',
    branch: storable(run.head_branch),
    event: storable(run.event) ?? '',
    url: webAddress(storable(run.html_url), warn),
    createdAt: date('created_at'),
    startedAt: date('run_started_at'),
    updatedAt,
    finishedAt: isOver ? updatedAt : null,
  };
}

/**
 * Text that comes back from UTF-8 as it went in. Half a surrogate pair does not: the run would look
 * changed on every sync.
 */
function storable(text: string | null | undefined): string | null {
  return text?.toWellFormed() ?? null;
}

/**
 * The workflow file's path without the branch GitHub adds for required workflows
 * (`.github/workflows/build.yml@refs/heads/main`): the key of the mapping to services. Servers that
 * are too old to send a path give the workflow's id.
 */
function workflowPath(run: Run): string {
  const path = storable(run.path) ?? '';
  if (path === '') return String(run.workflow_id ?? '');
  return /^.*?\.ya?ml(?=@)/s.exec(path)?.[0] ?? path.replace(/@refs\/.*$/s, '');
}

/** Only what a browser may be sent to; a `javascript:` address is no link. */
function webAddress(
  text: string | null,
  warn: (field: string, reason: string) => void,
): string | null {
  if (text === null || text === '') return null;
  if (/^https?:\/\//i.test(text)) return text;
  warn('html_url', `“${shorten(text)}” is no web address and was left empty`);
  return null;
}

function reasonOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.join('.') || 'the run'}: ${message}`)
    .join('; ');
}

function shorten(text: string | null | undefined): string {
  const all = text ?? '';
  return all.length > 60 ? `${all.slice(0, 60)}…` : all;
}
