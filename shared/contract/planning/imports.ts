import { z } from 'zod';
import { givenFile } from '#shared/model/given-file.ts';
import {
  importRow,
  rememberedSheet,
  sheetKind,
  sheetReading,
  usedReading,
} from '#shared/model/planning/imports.ts';
import { id } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

/** Longer ones come as a file. */
const mostText = 5_000_000;

const source = z.union([
  z.strictObject({
    text: z
      .string()
      .max(mostText, 'is longer than 5,000,000 characters; save it as a CSV file and choose that'),
  }),
  /** CSV or XLSX; `sheet` names one of several. */
  z.strictObject({ file: givenFile, sheet: z.string().max(200).optional() }),
]);

const asked = {
  source,
  reading: sheetReading.default({}),
  /** Reads anew what was remembered for the same headings. */
  anew: z.boolean().default(false),
  /** Reports progress and can be cancelled under this id. */
  progressId: z.string().max(100).optional(),
};

const counts = z.strictObject({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  joined: z.number().int(),
  refused: z.number().int(),
});

export const imports = {
  'imports.preview': query({
    about:
      'Reads a sheet of releases, windows or people and says of each row what would become of it; writes nothing.',
    input: z.strictObject(asked),
    output: z.strictObject({
      /** The file, or that it was pasted. */
      title: z.string(),
      sheets: z.array(z.strictObject({ name: z.string(), rows: z.number().int() })),
      sheet: z.string(),
      reading: usedReading,
      /** The columns with what stands above them and a few of their values. */
      columns: z.array(z.strictObject({ heading: z.string(), samples: z.array(z.string()) })),
      /** The reading of the same headings that was kept; null where there is none. */
      rememberedId: id.nullable(),
      /** What was taken for granted, a sentence each. */
      assumed: z.array(z.string()),
      /** A date that can be read in two ways, where the sheet does not say in which. */
      unclearDate: z.string().nullable(),
      counts,
      rows: z.array(importRow),
      /** Why it cannot be applied as it stands, with the way out; null when it can. */
      inTheWay: z.string().nullable(),
      /** Of what would be written: applying asks for it back. */
      digest: z.string(),
    }),
    topics: ['releases', 'windows', 'people', 'services', 'environments', 'teams', 'workspace'],
  }),
  'imports.apply': command({
    about:
      'Writes what a preview of a sheet showed, all of it in one command, so that one undo takes it back.',
    input: z.strictObject({
      ...asked,
      /** Of the preview that was accepted; refused when something else would be written by now. */
      digest: z.string().max(100),
      /** Rows that are refused are left out only where this says so. */
      leaveOutRefused: z.boolean().default(false),
    }),
    output: z.strictObject({ kind: sheetKind, counts }),
    topics: ['releases', 'gates', 'checklists', 'windows', 'people', 'teams'],
  }),
  'imports.mappings': query({
    about: 'Lists how sheets were read before, by their headings.',
    input: z.strictObject({}),
    output: z.array(rememberedSheet),
    topics: ['releases', 'windows', 'people'],
  }),
  'imports.forget': command({
    about: 'Forgets how a sheet was read: the next one of its headings is guessed anew.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['releases', 'windows', 'people'],
  }),
};
