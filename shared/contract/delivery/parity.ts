import { z } from 'zod';
import { parityRow, settingsFormat } from '#shared/model/delivery/parity.ts';
import { suppliedFile } from '#shared/model/given-file.ts';
import { query } from '../procedure.ts';

const side = z.strictObject({
  /** A file of at most 512 KB: `.env`, JSON, YAML, Helm values, ConfigMap and Secret manifests. */
  file: suppliedFile,
  /** Absent lets name and beginning of the file tell. */
  format: settingsFormat.optional(),
});

const readSide = z.strictObject({
  name: z.string(),
  format: settingsFormat,
  settings: z.number().int(),
  /** Keys that stand twice, lines and objects that were left out. */
  notes: z.array(z.string()),
});

const count = z.number().int();

export const parity = {
  'parity.compare': query({
    about:
      'Compares the exported settings of two environments: missing, different, same. It tells keys and lines, never a value, and writes nothing.',
    input: z.strictObject({ left: side, right: side }),
    output: z.strictObject({
      left: readSide,
      right: readSide,
      rows: z.array(parityRow),
      counts: z.strictObject({
        ...{ 'only-left': count, 'only-right': count, different: count, same: count },
      }),
    }),
    topics: [],
  }),
};
