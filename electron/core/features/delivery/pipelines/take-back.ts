import type { Context } from '#core/context.ts';
import { importBatch } from '#core/database/schema/imported.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { whyNotTakenBack } from '#shared/rules/delivery/take-back.ts';
import { importTakenBack } from '../connections/index.ts';
import { importedTables } from '#core/imported/index.ts';
import type { Shape } from '#core/imported/index.ts';

const mostTold = 50;

type Import = Omit<Output<'pipelines.imports'>[number], 'at' | 'asOf' | 'takenBackAt'> & {
  at: number;
  asOf: number;
  takenBackAt: number | null;
};

/** What was imported for a connection, the newest first, each import whole however many batches it had. */
export function listImports(store: Store, connectionId: string): Output<'pipelines.imports'> {
  return store.raw
    .prepare<[string, number], Import>(
      `SELECT COALESCE(b.import_id, b.id) AS id, MIN(b.source) AS source, MIN(b.name) AS name,
              MAX(b.as_of) AS asOf, SUM(b.added) AS added, SUM(b.updated) AS updated,
              MAX(j.at) AS at, MIN(j.actor_id) AS byId, MAX(b.taken_back_at) AS takenBackAt
       FROM import_batch b
       JOIN change_journal j ON j.entity_id = b.id AND j.op = 'insert'
       WHERE b.connection_id = ? AND b.deleted_hlc IS NULL
       GROUP BY COALESCE(b.import_id, b.id) ORDER BY MAX(b.id) DESC LIMIT ?`,
    )
    .all(connectionId, mostTold)
    .map(({ at, asOf, takenBackAt, ...rest }) => ({
      ...rest,
      at: iso(at),
      asOf: iso(asOf),
      takenBackAt: isoOrNull(takenBackAt),
    }));
}

type Batch = { id: string; connectionId: string; name: string; takenBackAt: number | null };

/**
 * Takes an import back whole: the rows it brought go, those it changed are as they
 * were. Refused where something rests on it since; a sync afterwards brings what the provider still tells.
 */
export function takeBackImport(
  { id }: Parsed<'pipelines.takeBack'>,
  context: Context,
): Output<'pipelines.takeBack'> {
  const { store } = context;
  const batches = store.raw
    .prepare<[string], Batch>(
      `SELECT id, connection_id AS connectionId, name, taken_back_at AS takenBackAt
       FROM import_batch WHERE import_id = ? AND deleted_hlc IS NULL ORDER BY id`,
    )
    .all(id);
  const [first] = batches;
  const last = batches.at(-1);
  if (first === undefined || last === undefined) throw unknown(store, id);
  const ids = JSON.stringify(batches.map((batch) => batch.id));
  const why = whyNotTakenBack({
    name: first.name,
    isTakenBack: first.takenBackAt !== null,
    changedLater: changedLater(store, ids, last.id),
    reliedOn: reliedOn(store, ids),
  });
  if (why !== null) throw new Refusal('precondition_failed', why);
  return context.transact((write) => {
    const told = importedTables.map((table) => ({
      restored: restore(store, table, ids),
      removed: store.raw
        .prepare(`DELETE FROM ${table.name} WHERE batch_id IN (SELECT value FROM json_each(?))`)
        .run(ids).changes,
    }));
    store.raw
      .prepare(`DELETE FROM import_change WHERE batch_id IN (SELECT value FROM json_each(?))`)
      .run(ids);
    for (const batch of batches) write.update(importBatch, batch.id, { takenBackAt: write.now });
    importTakenBack(store, first.connectionId);
    return {
      removed: told.reduce((sum, each) => sum + each.removed, 0),
      restored: told.reduce((sum, each) => sum + each.restored, 0),
    };
  });
}

function unknown(store: Store, id: string): Refusal {
  const old = store.raw.prepare('SELECT 1 FROM import_batch WHERE id = ?').get(id);
  return old === undefined
    ? new Refusal(
        'not_found',
        `There is no import with the id ${id}. pipelines.imports lists them.`,
      )
    : new Refusal(
        'precondition_failed',
        'This import was made before Slipway kept what imports change. Import a newer file of the same runs, which takes their place.',
      );
}

/** Rows of the import that a later one changed again. */
function changedLater(store: Store, ids: string, last: string): number {
  return importedTables.reduce((sum, { name }) => {
    const row = store.raw
      .prepare<{ ids: string; last: string }, { n: number }>(
        `SELECT COUNT(DISTINCT c.row_id) AS n FROM import_change c
         JOIN ${name} r ON r.id = c.row_id
         WHERE c.batch_id > @last AND (
           r.batch_id IN (SELECT value FROM json_each(@ids))
           OR EXISTS (SELECT 1 FROM import_change o WHERE o.row_id = c.row_id
                      AND o.batch_id IN (SELECT value FROM json_each(@ids))))`,
      )
      .get({ ids, last });
    return sum + (row?.n ?? 0);
  }, 0);
}

/** Runs of the import whose warnings somebody acknowledged. */
function reliedOn(store: Store, ids: string): { run: string; by: string }[] {
  return store.raw
    .prepare<{ ids: string }, { run: string; by: string }>(
      `SELECT r.workflow_name || ' ' || COALESCE(r.number, '') AS run, p.name AS by
       FROM acknowledgement a JOIN pipeline_run r ON r.id = a.run_id JOIN person p ON p.id = a.by_id
       WHERE a.deleted_hlc IS NULL AND (
         r.batch_id IN (SELECT value FROM json_each(@ids))
         OR EXISTS (SELECT 1 FROM import_change c WHERE c.row_id = r.id
                    AND c.batch_id IN (SELECT value FROM json_each(@ids))))
       ORDER BY a.id`,
    )
    .all({ ids });
}

/** Puts changed rows back; of one changed twice the earliest state counts, so it comes last. */
function restore(store: Store, { kind, name, factColumns, index }: Shape, ids: string): number {
  const { raw } = store;
  const changed = raw
    .prepare<[string, string], { rowId: string; before: string }>(
      `SELECT c.row_id AS rowId, c.before FROM import_change c JOIN import_batch b ON b.id = c.batch_id
       WHERE b.kind = ? AND c.batch_id IN (SELECT value FROM json_each(?)) ORDER BY c.batch_id DESC`,
    )
    .all(kind, ids);
  const update = raw.prepare(
    `UPDATE ${name} SET ${factColumns
      .map((column, place) => `${column} = json_extract(@before, '$[${place}]')`)
      .join(', ')} WHERE id = @rowId`,
  );
  for (const each of changed) update.run(each);
  const rows = [...new Set(changed.map(({ rowId }) => rowId))];
  index?.add(raw, index.mark(raw), rows);
  return rows.length;
}
