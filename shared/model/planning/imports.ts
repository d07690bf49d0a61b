import { z } from 'zod';
import { id, minutes, zone } from '../primitives.ts';
import { releaseType } from './releases.ts';

/** What the rows of a sheet are. */
export const sheetKinds = ['releases', 'windows', 'people'] as const;
export const sheetKind = z.enum(sheetKinds);
export type SheetKind = z.infer<typeof sheetKind>;

/** What a column can say, by what the rows are; the first one every row needs. */
export const sheetFields = {
  releases: [
    'name',
    'changeNumber',
    'type',
    'owner',
    'services',
    'versions',
    'environment',
    'region',
    'start',
    'startTime',
    'end',
    'endTime',
    'zone',
    'duration',
    'phase',
    'notes',
  ],
  windows: [
    'name',
    'windowKind',
    'start',
    'startTime',
    'end',
    'endTime',
    'zone',
    'recurrence',
    'services',
    'environment',
    'region',
    'notes',
  ],
  people: ['name', 'email', 'roles', 'team'],
} as const satisfies Record<SheetKind, readonly string[]>;
export type SheetField = (typeof sheetFields)[SheetKind][number];

const everyField = [
  ...new Set([...sheetFields.releases, ...sheetFields.windows, ...sheetFields.people]),
] as const;
export const sheetField = z.enum(everyField);

/** Which number of 03/04/26 is the day. */
export const dateOrder = z.enum(['day-first', 'month-first']);
export type DateOrder = z.infer<typeof dateOrder>;

/** What a row gets where the sheet says nothing. */
export const sheetDefaults = z.strictObject({
  zone,
  /** Of releases: these four. */
  type: releaseType,
  ownerId: id.nullable(),
  environmentId: id.nullable(),
  startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time such as 22:00'),
  durationMinutes: minutes,
});
export type SheetDefaults = z.infer<typeof sheetDefaults>;

/** Where the headings stand: the number of their last row in the sheet, and how many rows they take. */
export const headingPlace = z.strictObject({
  /** 0 where the sheet has no headings. */
  row: z.number().int().min(0).max(100_000),
  rows: z.union([z.literal(1), z.literal(2)]),
});
export type HeadingPlace = z.infer<typeof headingPlace>;

/** Columns of one sheet that are looked at. */
export const mostColumns = 200;
/** Rows of one sheet that are looked at. */
export const mostSheetRows = 50_000;
/** Rows one import can write: what is more would hold everybody else up. */
export const mostWritten: Readonly<Record<SheetKind, number>> = {
  releases: 1_000,
  windows: 2_000,
  people: 5_000,
};

/** How a sheet is read. What is left out is guessed, or taken as it was for the same headings. */
export const sheetReading = z.strictObject({
  kind: sheetKind.optional(),
  headings: headingPlace.optional(),
  /** What each column is, from the left; null where it is left out. */
  columns: z.array(sheetField.nullable()).max(mostColumns).optional(),
  dates: dateOrder.optional(),
  /** Whether rows of the same release are its components; of other kinds nothing is joined. */
  joins: z.boolean().optional(),
  defaults: sheetDefaults.partial().optional(),
});
export type SheetReading = z.infer<typeof sheetReading>;

/** The reading that was used, with nothing left open but the order of dates. */
export const usedReading = z.strictObject({
  kind: sheetKind,
  headings: headingPlace,
  columns: z.array(sheetField.nullable()),
  /** Null where nothing in the sheet says it and nobody was asked. */
  dates: dateOrder.nullable(),
  joins: z.boolean(),
  defaults: sheetDefaults,
});
export type UsedReading = z.infer<typeof usedReading>;

/** What becomes of one row. */
export const importRow = z.strictObject({
  /** Of the sheet, counted from 1. */
  line: z.number().int(),
  /** `joined` is part of a row above, and counts with it. */
  state: z.enum(['new', 'changed', 'same', 'joined', 'refused']),
  name: z.string(),
  /** What it would be, a few words each. */
  facts: z.array(z.string()),
  changes: z.array(z.strictObject({ what: z.string(), from: z.string(), to: z.string() })),
  /** What is not as it was written, a sentence each. */
  cautions: z.array(z.string()),
  /** Why it is refused, and what to do; empty where it is not. */
  reason: z.string(),
});
export type ImportRow = z.infer<typeof importRow>;

/** How the columns of a sheet were read before. */
export const rememberedSheet = z.strictObject({
  id,
  kind: sheetKind,
  headings: z.array(z.string()),
  columns: z.array(sheetField.nullable()),
  dates: dateOrder.nullable(),
});
export type RememberedSheet = z.infer<typeof rememberedSheet>;
