import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { NormalisedThing } from '#shared/model/delivery/rows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { deepestLevel } from '../json-stream/scan.ts';
import type { FileBatch, FileOptions } from '../provider.ts';
import { readAnswer, type AnswerKind } from './answer-kinds.ts';

/** Exported answers are lists of what is there now, a few kilobytes a row. */
const largestFile = 64 * 1024 * 1024;
const deepest = 100;

export type AnswersFile = {
  /** The provider, as refusals call it. */
  called: string;
  answers: readonly AnswerKind[];
  /** How to export it, for whoever chose another file. */
  howTo: string;
};

/**
 * The rows of a file that holds one recorded answer of a provider, or a list of its pages; read whole,
 * because the things in it can say something of each other. Refuses (`invalid_input`) a file that is
 * too large, nested too deep, no JSON, or of something else.
 */
export async function* readAnswersFile(
  { called, answers, howTo }: AnswersFile,
  chunks: AsyncIterable<Uint8Array>,
  { signal }: FileOptions = {},
): AsyncGenerator<FileBatch, void, undefined> {
  const bytes = await collect(chunks, signal);
  if (deepestLevel(bytes, deepest + 1) > deepest) {
    throw refuse(`The file is nested deeper than ${deepest} levels, which no export is. ${howTo}`);
  }
  let payload: unknown;
  try {
    payload = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw refuse(
      `The file is no JSON, or is cut short (${bytes.length} bytes). Export it again. ${howTo}`,
    );
  }
  const { rows, warnings } = recognised(called, answers, payload, howTo);
  yield { ...sorted(rows, warnings), bytes: bytes.length };
}

function recognised(
  called: string,
  answers: readonly AnswerKind[],
  payload: unknown,
  howTo: string,
) {
  try {
    return readAnswer(called, answers, undefined, payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse(`${error.message}. ${howTo}`);
  }
}

/** Rows by what becomes of them; parts of a run, and samples, are not stored. */
function sorted(
  rows: ReturnType<typeof readAnswer>['rows'],
  warnings: ImportWarning[],
): Omit<FileBatch, 'bytes'> {
  const runs: NormalisedRun[] = [];
  const deployments: NormalisedDeployment[] = [];
  const things: NormalisedThing[] = [];
  for (const row of rows) {
    if (row.kind === 'run') runs.push(row);
    else if (row.kind === 'deployment') deployments.push(row);
    else if (row.kind !== 'job' && row.kind !== 'sample') things.push(row);
  }
  return { rows: runs, deployments, things, warnings };
}

async function collect(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    size += chunk.length;
    if (size > largestFile) {
      throw refuse(
        `The file is larger than ${largestFile / 1024 / 1024} MB. Export it in parts and import each`,
      );
    }
    // A chunk is overwritten once later ones are read.
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts);
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message);
}
