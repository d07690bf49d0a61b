import { getTableName } from 'drizzle-orm';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';

/** Tables whose rows say something of one release that its gates hang on. */
const ofOneRelease: readonly string[] = [
  ...['component', 'deployment', 'risk', 'rollback_plan', 'rehearsal', 'assessment'],
];

/** Where a change concerns the releases that name the row. */
const named: Readonly<Record<string, string>> = {
  release: 'SELECT id FROM release WHERE id IN (SELECT value FROM json_each(?))',
  service: `SELECT release_id FROM component WHERE deleted_hlc IS NULL
    AND service_id IN (SELECT value FROM json_each(?))`,
  environment: `SELECT release_id FROM deployment WHERE deleted_hlc IS NULL
    AND environment_id IN (SELECT value FROM json_each(?))`,
};

/** Tables that can concern any open release. */
const ofAll: readonly string[] = ['policy', 'window', 'window_change', 'workspace'];

type Watched = {
  write: Write;
  /** The releases whose gates may be other ones now. */
  touched: (store: Store) => string[];
};

/** The writes of a command, noting on the way which releases its rows are about. */
export function watchWrites(write: Write): Watched {
  const noted = new Map<string, Set<string>>();
  const note = (table: string, id: string) => {
    const ids = noted.get(table);
    if (ids === undefined) noted.set(table, new Set([id]));
    else ids.add(id);
  };
  return {
    write: {
      ...write,
      insert(table, values) {
        const row = write.insert(table, values);
        note(getTableName(table), String(row.id));
        return row;
      },
      update(table, id, patch, baseRev) {
        note(getTableName(table), id);
        return write.update(table, id, patch, baseRev);
      },
      remove(table, id) {
        note(getTableName(table), id);
        write.remove(table, id);
      },
      putBack(entity, id, state) {
        note(entity, id);
        write.putBack(entity, id, state);
      },
    },
    touched: (store) => releasesAbout(store, noted),
  };
}

function releasesAbout({ raw }: Store, noted: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  const ask = (sql: string, ...given: string[]) =>
    raw
      .prepare<string[], string>(sql)
      .pluck()
      .all(...given)
      .forEach((id) => found.add(id));
  for (const [table, ids] of noted) {
    const list = JSON.stringify([...ids]);
    const about = named[table];
    if (about !== undefined) ask(about, list);
    else if (ofOneRelease.includes(table)) {
      // Also rows that were removed: what they said is no longer so.
      ask(`SELECT release_id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, list);
    } else if (ofAll.includes(table)) {
      ask(`SELECT id FROM release WHERE deleted_hlc IS NULL AND phase <> 'closed'`);
    }
  }
  return [...found];
}
