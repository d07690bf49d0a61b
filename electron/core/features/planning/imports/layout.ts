import type { Store } from '#core/database/store.ts';
import type {
  SheetDefaults,
  SheetField,
  SheetKind,
  SheetReading,
  UsedReading,
} from '#shared/model/planning/imports.ts';
import { fitsKind, guessColumns, orderInColumns } from '#shared/rules/planning/sheets/columns.ts';
import type { Sheet } from '#shared/rules/planning/sheets/grid.ts';
import { valuesOf, withMerges } from '#shared/rules/planning/sheets/grid.ts';
import {
  findHeadings,
  headingKeys,
  headingsAt,
  headingText,
  rowsBelow,
} from '#shared/rules/planning/sheets/headings.ts';
import type { FoundHeadings, Heading } from '#shared/rules/planning/sheets/headings.ts';
import { assumptions, zoneInHeadings } from '#shared/rules/planning/sheets/assumptions.ts';
import type { PastedRecord } from '#shared/rules/workspace/pasted-cells.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { findMapping } from './mappings.ts';
import type { Mapping } from './mappings.ts';
import type { Choices, Names } from './surroundings.ts';

/** A sheet taken apart: what stands where, how it is read, and what was taken for granted. */
export type Layout = {
  headings: readonly Heading[];
  keys: readonly string[];
  body: readonly PastedRecord[];
  reading: UsedReading;
  durationUnit: Choices['durationUnit'];
  rememberedId: string | null;
  assumed: string[];
  unclearDate: string | null;
};

export type LayoutInput = {
  sheet: Sheet;
  asked: SheetReading;
  /** Whether what was kept for the same headings is left aside. */
  anew: boolean;
  actorId: string | null;
};

export function layOut(store: Store, names: Names, input: LayoutInput): Layout {
  const { sheet, asked, anew } = input;
  const rows = withMerges(sheet);
  const found = findPlace(rows, asked);
  const headings = found?.headings ?? [];
  const keys = headingKeys(headings);
  const mapping = anew ? null : findMapping(store, keys, asked.kind);
  const place = found?.place ?? { row: 0, rows: 1 };
  const body = rowsBelow(rows, place);
  const kind = asked.kind ?? mapping?.kind ?? found?.kind ?? kindByLook(body);
  const known = {
    person: (word: string) => names.person.one(word) !== null,
    service: (word: string) => names.service.one(word) !== null,
    environment: (word: string) => names.environment.one(word) !== null,
  };
  const columns =
    asked.columns?.map((field) => (fitsKind(kind, field) ? field : null)) ??
    (mapping === null ? guessColumns(kind, headings, body, known) : remembered(mapping, keys));
  const settled = orderInColumns(columns, body);
  const dates = asked.dates ?? settled.order ?? mapping?.dates ?? null;
  const joins = kind === 'releases' && (asked.joins ?? mapping?.joins ?? true);
  const headed = zoneInHeadings(headings, columns);
  const defaults = {
    ...usual(store, names, input.actorId),
    ...(headed === null ? {} : { zone: headed }),
    ...stillThere(mapping?.defaults ?? {}, names),
    ...asked.defaults,
  };
  const durationUnit = unitOf(headings, columns);
  return {
    ...{ headings, keys, body, durationUnit },
    reading: { kind, headings: place, columns, dates, joins, defaults },
    rememberedId: mapping?.id ?? null,
    assumed: assumptions({
      ...{ sheet, place, durationUnit },
      titles: found?.titles ?? 0,
      remembered: mapping !== null && asked.columns === undefined,
      order: asked.dates === undefined ? settled.order : null,
      unclear: settled.unclear,
      zone: asked.defaults?.zone === undefined ? headed : null,
    }),
    unclearDate: dates === null ? settled.unclear : null,
  };
}

function findPlace(rows: readonly PastedRecord[], asked: SheetReading): FoundHeadings | null {
  if (asked.headings === undefined) return findHeadings(rows, asked.kind);
  const { headings: place } = asked;
  if (place.row === 0) return null;
  return { place, headings: headingsAt(rows, place), kind: null, titles: 0 };
}

/** Without headings: addresses make people, everything else is taken for releases. */
function kindByLook(body: readonly PastedRecord[]): SheetKind {
  const width = body[0]?.cells.length ?? 0;
  const addressed = Array.from({ length: width }, (_, column) => valuesOf(body, column, 20)).some(
    (cells) => cells.length > 0 && cells.every((cell) => /^\S+@\S+\.\S+$/.test(cell)),
  );
  return addressed ? 'people' : 'releases';
}

function remembered({ kind, fields }: Mapping, keys: readonly string[]): (SheetField | null)[] {
  const taken = new Set<SheetField>();
  return keys.map((key) => {
    const field = fields.get(key) ?? null;
    if (field === null || !fitsKind(kind, field) || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

function usual(
  store: Store,
  { present, environments }: Names,
  actorId: string | null,
): SheetDefaults {
  const production = environments.find(({ kind }) => kind === 'production');
  const owner = present.find(({ id }) => id === actorId) ?? present[0];
  return {
    zone: readWorkspace(store).zone,
    type: 'minor',
    ownerId: owner?.id ?? null,
    environmentId: (production ?? environments.at(-1))?.id ?? null,
    startTime: '22:00',
    durationMinutes: 60,
  };
}

/** What was chosen last time, without whoever left and what was removed since. */
function stillThere(
  { ownerId, environmentId, ...others }: Partial<SheetDefaults>,
  { present, environments }: Names,
): Partial<SheetDefaults> {
  const kept: Partial<SheetDefaults> = { ...others };
  if (present.some(({ id }) => id === ownerId)) kept.ownerId = ownerId;
  if (environments.some(({ id }) => id === environmentId)) kept.environmentId = environmentId;
  return kept;
}

function unitOf(
  headings: readonly Heading[],
  columns: readonly (SheetField | null)[],
): Choices['durationUnit'] {
  const heading = headings[columns.indexOf('duration')];
  const text = heading === undefined ? '' : headingText(heading).toLowerCase();
  return /\bh(?:ours?|rs?)?\b|\bstunden\b/.test(text) ? 'hours' : 'minutes';
}
