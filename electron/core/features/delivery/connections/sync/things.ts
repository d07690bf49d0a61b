import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { ThingSource } from '#core/sync/provider.ts';
import type { NormalisedThing } from '#shared/model/delivery/rows.ts';
import { createImporter, keyText } from '#core/imported/index.ts';
import type { ThingTable } from '#core/imported/index.ts';
import { openEtags, saveLook, saveWatermark } from '../state.ts';
import { limited, sinceOf, type From, type ReadFeed } from './from.ts';

/**
 * Imports things as they are now; null where the provider does not tell of them. What a whole list
 * leaves out is marked as gone, unless a page of it was unchanged and so did not say what it holds.
 */
export async function importThings<Row extends NormalisedThing>(
  things: ThingSource<Row> | undefined,
  table: ThingTable<Row>,
  { connectionId, source, origin, report }: From,
  context: Context,
): Promise<ReadFeed | null> {
  if (things === undefined) return null;
  const { store } = context;
  const { kind: feed } = table;
  const etags = openEtags(store, connectionId);
  const importer = createImporter(context, table, origin, etags.flush);
  const since = things.isWhole ? null : sinceOf(store, connectionId, feed);
  const seen = new Set<string>();
  let saysAll = things.isWhole;
  let watermark: number | null = null;
  try {
    for await (const step of things.list({ ...source, since, etags })) {
      if (step.type === 'rate-limited') throw limited(store, connectionId, step);
      if (step.type === 'unchanged') saysAll = false;
      if (step.type === 'page') {
        for (const row of step.rows) seen.add(keyText(table.keyOf(row)));
        importer.add(step.rows, step.warnings, step.known);
        report(seen.size, step.total);
        if (step.known > 0 || step.warnings.length > 0) saysAll = false;
      } else if (step.type === 'complete') {
        importer.add([], step.warnings);
        if (step.warnings.length > 0) saysAll = false;
        watermark = step.watermark === '' ? context.now : toMs(step.watermark);
      }
    }
  } finally {
    importer.flush(saysAll && watermark !== null ? seen : null);
  }
  if (watermark !== null) saveWatermark(store, connectionId, feed, watermark);
  if (feed === 'alerts' && saysAll && watermark !== null)
    saveLook(store, connectionId, origin.asOf);
  return { counts: importer.counts(), asOf: watermark ?? context.now };
}
