import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { sheetMapping } from '#core/database/schema/calendar.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { dateOrder, sheetDefaults, sheetField, sheetKind } from '#shared/model/planning/imports.ts';
import type {
  DateOrder,
  RememberedSheet,
  SheetDefaults,
  SheetField,
  SheetKind,
  UsedReading,
} from '#shared/model/planning/imports.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** How a sheet with these headings was read before. */
export type Mapping = {
  id: string;
  kind: SheetKind;
  /** Field by heading; null where the column was left out. */
  fields: ReadonlyMap<string, SheetField | null>;
  dates: DateOrder | null;
  /** Whether rows of one release were joined. */
  joins: boolean;
  defaults: Partial<SheetDefaults>;
};

export function listMappings(store: Store): RememberedSheet[] {
  return rowsOf(store).flatMap(({ id, sheet, headings, columns, choices }) => {
    const kind = sheetKind.safeParse(sheet);
    if (!kind.success) return [];
    const fields = columns.map(asField);
    return [{ id, kind: kind.data, headings, columns: fields, dates: asOrder(choices['dates']) }];
  });
}

/** The reading kept for these headings, in whatever order their columns stand now. */
export function findMapping(
  store: Store,
  keys: readonly string[],
  wanted: SheetKind | undefined,
): Mapping | null {
  const sought = setOf(keys);
  if (sought === '[]') return null;
  for (const { id, sheet, headings, columns, choices } of rowsOf(store)) {
    const kind = sheetKind.safeParse(sheet);
    if (!kind.success || (wanted !== undefined && kind.data !== wanted)) continue;
    if (setOf(headings) !== sought) continue;
    const defaults = sheetDefaults.partial().safeParse(choices['defaults']);
    return {
      id,
      kind: kind.data,
      fields: new Map(headings.map((heading, index) => [heading, asField(columns[index] ?? '')])),
      dates: asOrder(choices['dates']),
      joins: choices['joins'] !== false,
      defaults: defaults.success ? defaults.data : {},
    };
  }
  return null;
}

/** Keeps how a sheet was read for the next one of its headings; one without headings has no name. */
export function keepMapping(
  write: Write,
  store: Store,
  keys: readonly string[],
  { kind, columns, dates, joins, defaults }: UsedReading,
): void {
  const named = keys.flatMap((key, index) => (key === '' ? [] : [{ key, index }]));
  if (named.length === 0) return;
  const values = {
    sheet: kind,
    headings: named.map(({ key }) => key),
    columns: named.map(({ index }) => columns[index] ?? ''),
    choices: { dates, defaults, ...(kind === 'releases' ? { joins } : {}) },
  };
  const known = findMapping(store, keys, kind);
  if (known === null) write.insert(sheetMapping, values);
  else write.update(sheetMapping, known.id, values);
}

export function forgetMapping(id: string, context: Context): { id: string } {
  context.requireActor();
  const [known] = context.store.orm
    .select({ id: sheetMapping.id })
    .from(sheetMapping)
    .where(alive(sheetMapping, eq(sheetMapping.id, id)))
    .all();
  if (known === undefined) {
    throw new Refusal('not_found', 'This reading is forgotten already; nothing was changed.');
  }
  context.transact((write) => write.remove(sheetMapping, id));
  return { id };
}

function rowsOf(store: Store) {
  return store.orm.select(plain(sheetMapping)).from(sheetMapping).where(alive(sheetMapping)).all();
}

function setOf(keys: readonly string[]): string {
  return JSON.stringify(keys.filter((key) => key !== '').toSorted());
}

function asField(text: string): SheetField | null {
  const parsed = sheetField.safeParse(text);
  return parsed.success ? parsed.data : null;
}

function asOrder(value: unknown): DateOrder | null {
  const parsed = dateOrder.safeParse(value);
  return parsed.success ? parsed.data : null;
}
