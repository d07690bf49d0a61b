import type { Store } from '#core/database/store.ts';
import { readChanges } from '#core/database/journal/changes.ts';
import type { ComponentState } from '#shared/rules/delivery/brought-components.ts';

type Row = {
  id: string;
  releaseId: string;
  serviceId: string;
  version: string;
  commit: string | null;
  updated: string;
  removed: string | null;
};

/**
 * The states of every component of the releases that were deployed, by release. Only of those that
 * changed after a result was recorded is the journal read: of all others what they are now is what
 * they were.
 *
 * `earliest` gives the stamp of the first result of a release.
 */
export function readComponentStates(
  { raw }: Store,
  earliest: ReadonlyMap<string, string>,
): Map<string, ComponentState[][]> {
  const rows = raw
    .prepare<[string], Row>(
      `SELECT id, release_id AS releaseId, service_id AS serviceId, version, commit_id AS "commit",
              updated_hlc AS updated, deleted_hlc AS removed
       FROM component WHERE release_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify([...earliest.keys()]));
  const changed = rows.filter((row) => row.updated > (earliest.get(row.releaseId) ?? ''));
  const journaled = readJournaled(raw, changed);
  const found = new Map<string, ComponentState[][]>();
  for (const row of rows) {
    const { serviceId, version, commit, updated, removed } = row;
    const now = { stamp: updated, named: removed === null, serviceId, version, commit };
    const states = found.get(row.releaseId) ?? [];
    states.push(journaled.get(row.id) ?? [now]);
    found.set(row.releaseId, states);
  }
  return found;
}

type Entry = { id: string; stamp: string; op: string; fields: string };

function readJournaled(raw: Store['raw'], rows: readonly Row[]): Map<string, ComponentState[]> {
  if (rows.length === 0) return new Map();
  const entries = raw
    .prepare<[string], Entry>(
      `SELECT entity_id AS id, hlc AS stamp, op, fields_json AS fields
       FROM change_journal WHERE entity_id IN (SELECT value FROM json_each(?)) ORDER BY hlc`,
    )
    .all(JSON.stringify(rows.map(({ id }) => id)));
  const known = new Map<string, ComponentState[]>();
  for (const { id, stamp, op, fields } of entries) {
    const states = known.get(id) ?? [];
    known.set(id, states);
    const before = states.at(-1) ?? { serviceId: '', version: '', commit: null };
    const to = (field: string) => readChanges(fields)?.[field]?.[1];
    const commit = to('commit');
    states.push({
      stamp,
      named: op !== 'delete',
      serviceId: textOr(to('serviceId'), before.serviceId),
      version: textOr(to('version'), before.version),
      commit: commit === undefined ? before.commit : textOr(commit, null),
    });
  }
  return known;
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other;
}
