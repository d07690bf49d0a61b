import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
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
  /** What was expected, and how to export it. */
  expected: string;
};

/**
 * The runs of an exported file: a list, pages one after the other, one row a line. Refuses
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
    const values = elements.map(({ value }) => value);
    if (!recognised && values.length > 0) {
      if (!values.some((value) => isRecord(value) && reading.isRow(value))) {
        throw new Refusal(
          'invalid_input',
          `Expected ${reading.expected}, found ${describe(values)}.`,
        );
      }
      recognised = true;
    }
    const placeOf = (index: number, offset: number) => `element ${index + 1} (byte ${offset})`;
    const { rows, warnings } = reading.read(values, (n) => {
      const element = elements[n];
      return element === undefined ? '' : placeOf(element.index, element.offset);
    });
    const refused = rejected.map(({ index, offset, reason }) => ({
      at: placeOf(index, offset),
      reason,
    }));
    yield { rows, warnings: [...refused, ...warnings], bytes };
  }
}
