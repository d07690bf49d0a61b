import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FileBatch, FileOptions } from '../provider.ts';
import { readElements, type ElementBatch } from '../json-stream/elements.ts';
import { normaliseRun } from './normalise-run.ts';
import { rawRuns, runsIn } from './normalise-runs.ts';
import { collectDeployments, isOfDeployment } from './file-deployments.ts';
import { looksLikeRuns } from './recognise.ts';
import { describe } from '../reading/answer-kinds.ts';

/**
 * The runs and deployments of an exported file, with the same result as a sync of the same ones. Takes
 * whatever `gh api --paginate` writes (pages one after the other, lists, `--slurp`) and one run a line.
 * Deployments come last: what became of one can stand anywhere behind it.
 * Refuses (`invalid_input`) a file of something else at its first element, and a damaged or cut one
 * where it shows; rows given before that are not the whole file.
 */
export async function* readRunsFile(
  chunks: AsyncIterable<Uint8Array>,
  options: FileOptions = {},
): AsyncGenerator<FileBatch, void, undefined> {
  let recognised = false;
  const deployments = collectDeployments();
  let bytes = 0;
  for await (const batch of readElements(chunks, { ...options, listName: 'workflow_runs' })) {
    const values = batch.elements.map(({ value }) => value);
    if (!recognised && values.length > 0) {
      if (!looksLikeRuns(values) && !values.some(isOfDeployment)) throw otherContent(values);
      recognised = true;
    }
    const runs = batch.elements.filter(({ value, index, offset }) => {
      return !deployments.take(value, placeOf(index, offset));
    });
    bytes = batch.bytes;
    yield normaliseBatch({ ...batch, elements: runs });
  }
  const told = deployments.rows(options.isWaiting ?? (() => false));
  if (told.rows.length + told.warnings.length > 0) {
    yield { rows: [], deployments: told.rows, warnings: told.warnings, bytes };
  }
}

function normaliseBatch({ elements, rejected, bytes }: ElementBatch): FileBatch {
  const warnings: ImportWarning[] = rejected.map(({ index, offset, reason }) => ({
    at: placeOf(index, offset),
    reason,
  }));
  const rows: NormalisedRun[] = [];
  for (const { value, index, offset } of elements) {
    const at = placeOf(index, offset);
    // A page inside a list is one element here and many runs there.
    const runs = runsIn(value) ? rawRuns(value, at) : [{ raw: value, at }];
    for (const each of runs) {
      const row = normaliseRun(each.raw, each.at, warnings);
      if (row) rows.push(row);
    }
  }
  return { rows, warnings, bytes };
}

function placeOf(index: number, offset: number): string {
  return `element ${index + 1} (byte ${offset})`;
}

function otherContent(values: readonly unknown[]): Refusal {
  return new Refusal(
    'invalid_input',
    `Expected workflow runs or deployments, found ${describe(values)}. Export them with: gh api --paginate "repos/OWNER/NAME/actions/runs?per_page=100" > runs.json`,
  );
}
