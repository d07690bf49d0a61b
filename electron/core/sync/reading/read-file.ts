import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { readElements } from '../json-stream/elements.ts';
import type { FileBatch, FileOptions } from '../provider.ts';
import { isRecord } from '../record.ts';
import { describe } from './answer-kinds.ts';

/** How an exported file of a provider is read. */
export type FileReading = {
  /** The name under which a page holds its list; empty where lists come bare. */
  listName: string;
  isRow(value: Record<string, unknown>): boolean;
  read(
    list: readonly unknown[],
    placeOf: (n: number) => string,
  ): { rows: NormalisedRun[]; warnings: ImportWarning[] };
  /** Where its deployments are read, too: they can stand among the runs. */
  deployments?: {
    isRow(value: Record<string, unknown>): boolean;
    read(
      list: readonly unknown[],
      placeOf: (n: number) => string,
    ): { rows: NormalisedDeployment[]; warnings: ImportWarning[] };
  };
  /** What was expected, and how to export it. */
  expected: string;
};

/**
 * The runs, and where they are read the deployments, of an exported file: a list, pages one after the other, one row a line. Refuses
 * (`invalid_input`) a file of something else at its first elements, and a damaged or cut one where
 * it shows; rows given before that are not the whole file.
 */
export async function* readRunsFile(
  reading: FileReading,
  chunks: AsyncIterable<Uint8Array>,
  options: FileOptions = {},
): AsyncGenerator<FileBatch, void, undefined> {
  let recognised = false;
  for await (const batch of readElements(chunks, { ...options, listName: reading.listName })) {
    const { elements, rejected, bytes } = batch;
    const isDeployment = ({ value }: { value: unknown }) =>
      isRecord(value) && reading.deployments?.isRow(value) === true;
    if (!recognised && elements.length > 0) {
      const isRun = ({ value }: { value: unknown }) => isRecord(value) && reading.isRow(value);
      if (!elements.some((each) => isRun(each) || isDeployment(each))) {
        const values = elements.map(({ value }) => value);
        throw new Refusal(
          'invalid_input',
          `Expected ${reading.expected}, found ${describe(values)}.`,
        );
      }
      recognised = true;
    }
    const runs = placed(elements.filter((each) => !isDeployment(each)));
    const others = placed(elements.filter(isDeployment));
    const { rows, warnings } = reading.read(runs.values, runs.placeOf);
    const told = reading.deployments?.read(others.values, others.placeOf);
    const refused = rejected.map(({ index, offset, reason }) => ({
      at: placeOf(index, offset),
      reason,
    }));
    yield {
      ...{ rows, deployments: told?.rows, bytes },
      warnings: [...refused, ...warnings, ...(told?.warnings ?? [])],
    };
  }
}

type Element = { value: unknown; index: number; offset: number };

function placed(elements: readonly Element[]) {
  return {
    values: elements.map(({ value }) => value),
    placeOf(n: number) {
      const element = elements[n];
      return element === undefined ? '' : placeOf(element.index, element.offset);
    },
  };
}

function placeOf(index: number, offset: number): string {
  return `element ${index + 1} (byte ${offset})`;
}
