import { createHash } from 'node:crypto';
import type { Context, RunningProgress } from '#core/context.ts';
import { mapInSlices } from '#core/in-slices.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostWritten } from '#shared/model/planning/imports.ts';
import type { SheetKind } from '#shared/model/planning/imports.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { findHeadings, headingText } from '#shared/rules/planning/sheets/headings.ts';
import { samplesOf } from '#shared/rules/planning/sheets/grid.ts';
import type { Sheet } from '#shared/rules/planning/sheets/grid.ts';
import { readPersonRow } from '#shared/rules/planning/sheets/person-sheet.ts';
import type { PersonItem } from '#shared/rules/planning/sheets/person-sheet.ts';
import { readRelease } from '#shared/rules/planning/sheets/release-sheet.ts';
import type { ReleaseItem } from '#shared/rules/planning/sheets/release-sheet.ts';
import { rowReader } from '#shared/rules/planning/sheets/row-reader.ts';
import { joinedInWords } from '#shared/rules/planning/sheets/assumptions.ts';
import type { Draft, ReadThing, RowReader } from '#shared/rules/planning/sheets/row-reader.ts';
import { readWindow } from '#shared/rules/planning/sheets/window-sheet.ts';
import type { WindowItem } from '#shared/rules/planning/sheets/window-sheet.ts';
import { inTheWay } from '#shared/rules/planning/sheets/in-the-way.ts';
import { layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import type { Book } from './read-source.ts';
import { aroundPeople, aroundReleases, aroundWindows, namesIn } from './surroundings.ts';

export type Item =
  | ({ what: 'releases' } & ReleaseItem)
  | ({ what: 'windows' } & WindowItem)
  | ({ what: 'people' } & PersonItem);

export type Evaluated = {
  preview: Output<'imports.preview'>;
  items: Item[];
  layout: Layout;
  /** The head of the journal all this was read at. */
  head: string | null;
};

/** Rows that are read in one go before others get their turn. */
const turn = 200;

/** What becomes of each row of a sheet, and what would be written. */
export async function evaluate(
  input: Pick<Parsed<'imports.preview'>, 'source' | 'reading' | 'anew'>,
  book: Book,
  context: Context,
  progress: RunningProgress,
): Promise<Evaluated> {
  const { store } = context;
  const sheet = chooseSheet(book, 'file' in input.source ? input.source.sheet : undefined);
  const head = store.head()?.hash ?? null;
  const names = namesIn(store);
  const layout = layOut(store, names, {
    sheet,
    asked: input.reading,
    anew: input.anew,
    actorId: context.actorId(),
  });
  const rows = await mapInSlices(layout.body, readerFor(layout, context, names), progress, turn);
  const counts = { new: 0, changed: 0, same: 0, joined: 0, refused: 0 };
  const items: Item[] = [];
  const hash = createHash('sha256');
  for (const { line, state, item } of rows) {
    counts[state] += 1;
    if (item === null) continue;
    items.push(item);
    hash.update(JSON.stringify([line, item]));
  }
  const { reading, headings, body, rememberedId, assumed, unclearDate } = layout;
  const preview = {
    title: book.title,
    sheets: book.sheets.map(({ name, rows: all }) => ({ name, rows: all.length })),
    sheet: sheet.name,
    reading,
    columns: reading.columns.map((_, column) => ({
      heading: headings[column] === undefined ? '' : headingText(headings[column]),
      samples: samplesOf(body, column),
    })),
    ...{ rememberedId, unclearDate, counts },
    assumed: [book.note, ...assumed, joinedInWords(counts.joined)].filter((said) => said !== null),
    rows: rows.map(({ item: _item, ...row }) => row),
    inTheWay: inTheWay({ reading, counts, unclearDate, most: mostWritten[reading.kind] }),
    digest: hash.digest('hex'),
  };
  return { preview, items, layout, head };
}

function readerFor(
  { reading, body, durationUnit }: Layout,
  { store }: Context,
  names: ReturnType<typeof namesIn>,
): RowReader<Item> {
  const { kind, columns, dates, defaults, joins } = reading;
  const nameAt = columns.indexOf('name');
  const choices = {
    ...{ dates, defaults, durationUnit },
    repeated: repeatedIn(body.map(({ cells }) => (cells[nameAt] ?? '').trim().toLowerCase())),
  };
  switch (kind) {
    case 'releases': {
      const around = aroundReleases(store, names, choices);
      const read = (drafts: readonly Draft[]) => tagged('releases', readRelease(drafts, around));
      return rowReader(columns, read, joins);
    }
    case 'windows': {
      const around = aroundWindows(store, names, choices);
      const read = ([draft = {}]: readonly Draft[]) => tagged('windows', readWindow(draft, around));
      return rowReader(columns, read, false);
    }
    case 'people': {
      const around = aroundPeople(store, names);
      const read = ([draft = {}]: readonly Draft[]) =>
        tagged('people', readPersonRow(draft, around));
      return rowReader(columns, read, false);
    }
  }
}

function tagged<K extends SheetKind, I>(
  what: K,
  read: ReadThing<I> | string,
): ReadThing<{ what: K } & I> | string {
  return typeof read === 'string' ? read : { ...read, item: { what, ...read.item } };
}

function repeatedIn(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

/** The one that was named, else the first that has headings, else the first with anything in it. */
function chooseSheet({ sheets, title }: Book, name: string | undefined): Sheet {
  const named = name === undefined ? undefined : sheets.find((each) => each.name === name);
  if (name !== undefined && named === undefined) {
    throw new Refusal(
      'not_found',
      `${title} has no sheet of that name any more. Choose another one.`,
    );
  }
  const chosen =
    named ??
    sheets.find(({ rows }) => findHeadings(rows, undefined) !== null) ??
    sheets.find(({ rows }) => rows.length > 0) ??
    sheets[0];
  if (chosen !== undefined) return chosen;
  throw new Refusal('invalid_input', `${title} has no sheet. Choose another file.`);
}
