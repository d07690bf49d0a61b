import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import { createImporter, keyText } from '#core/imported/index.ts';
import type { Importer, ThingTable } from '#core/imported/index.ts';
import type { EtagStore } from '#core/sync/http/etags.ts';
import type { ThingSource } from '#core/sync/provider.ts';
import type { NormalisedThing } from '#shared/model/delivery/rows.ts';
import { limited, type From, type ReadFeed } from './from.ts';

/** What of a command this takes. */
type Needed = Pick<Context, 'store' | 'now' | 'transact'>;

/**
 * Imports things as they are now; null where the provider does not tell of them. What a whole list
 * leaves out is marked as gone.
 */
export async function importThings<Row extends NormalisedThing>(
  things: ThingSource<Row> | undefined,
  table: ThingTable<Row>,
  from: From,
  context: Needed,
): Promise<ReadFeed | null> {
  if (things === undefined) return null;
  const { origin, marks } = from;
  const importer = createImporter(context, table, origin, marks.flush);
  const reading = { things, table, from, context, importer };
  // A page of a whole list that was cut short has to be read again, to tell what is gone of it.
  const held = holdBack(marks.etags);
  let read: Read | null = null;
  let watermark: number;
  try {
    read = await readAll(reading, things.isWhole ? held : marks.etags);
    ({ watermark } = read);
    // What is gone of a page that changed is not seen while others do not say what they hold.
    if (things.isWhole && read.unchanged > 0 && read.changed > 0) {
      read = await readAll(reading, { get: () => undefined, set: held.set }, read.seen);
    }
    held.release();
    marks.reached(table.kind, watermark);
    if (table.kind === 'alerts' && read.saysAll) marks.looked(origin.asOf);
  } catch (error) {
    read = null;
    throw error;
  } finally {
    importer.flush(things.isWhole && read?.saysAll === true ? isThere(read) : null);
  }
  return { counts: importer.counts(), asOf: watermark };
}

function isThere({ seen, untold }: Read) {
  return { has: (key: string) => seen.has(key) || untold(externalIdIn(key)) };
}

/** The first part of every key. */
function externalIdIn(key: string): string {
  const parts: unknown = JSON.parse(key);
  return String(Array.isArray(parts) ? parts[0] : '');
}

/** What is set is kept aside until it is released. */
function holdBack(etags: EtagStore): EtagStore & { release(): void } {
  const held = new Map<string, string>();
  return {
    get: (url) => held.get(url) ?? etags.get(url),
    set: (url, value) => {
      held.set(url, value);
    },
    release() {
      for (const [url, value] of held) etags.set(url, value);
    },
  };
}

type Reading<Row extends NormalisedThing> = {
  things: ThingSource<Row>;
  table: ThingTable<Row>;
  from: From;
  context: Needed;
  importer: Importer<Row>;
};

type Read = {
  /** The texts of their keys. */
  seen: ReadonlySet<string>;
  /** What the list could not say anything of. */
  untold: (externalId: string) => boolean;
  watermark: number;
  changed: number;
  unchanged: number;
  /** Whether what was not seen is not there. */
  saysAll: boolean;
};

/** `stored` were given to the importer before, with what was wrong beside them. */
async function readAll<Row extends NormalisedThing>(
  { things, table, from, context, importer }: Reading<Row>,
  etags: EtagStore,
  stored: ReadonlySet<string> | null = null,
): Promise<Read> {
  const { connectionId, source, marks, report } = from;
  const since = things.isWhole ? null : marks.since(table.kind);
  const seen = new Set<string>();
  const told = { watermark: context.now, changed: 0, unchanged: 0, saysAll: false };
  let untold: Read['untold'] = () => false;
  let isCut = false;
  for await (const step of things.list({ ...source, since, etags })) {
    if (step.type === 'rate-limited') throw limited(context.store, connectionId, step);
    if (step.type === 'unchanged') told.unchanged += 1;
    if (step.type === 'page') {
      told.changed += 1;
      const { rows, warnings, known, lost = warnings.length } = step;
      const keyOf = (row: Row) => keyText(table.keyOf(row));
      for (const row of rows) seen.add(keyOf(row));
      const news = stored === null ? rows : rows.filter((row) => !stored.has(keyOf(row)));
      importer.add(news, stored === null ? warnings : [], known);
      report(seen.size, step.total);
      if (known > 0 || lost > 0) isCut = true;
    } else if (step.type === 'complete') {
      importer.add([], stored === null ? step.warnings : []);
      if (step.watermark !== '') told.watermark = toMs(step.watermark);
      untold = step.untold ?? untold;
      const isWhole = step.untold !== undefined || step.warnings.length === 0;
      told.saysAll = isWhole && told.unchanged === 0 && !isCut;
    }
  }
  return { ...told, seen, untold };
}
