import { getTableName } from 'drizzle-orm';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { watchFreezes, windowOf } from './watch-freezes.ts';

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

/** Of rows that many releases name, what a policy can ask about; the rest of them changes no gate. */
const askedAbout: Readonly<Record<string, readonly string[]>> = {
  workspace: ['profile'],
  service: ['name', 'financial', 'criticality'],
  environment: ['name', 'kind', 'region'],
};

type Watched = {
  write: Write;
  /** The releases whose gates may be other ones now. */
  touched: () => string[];
};

/** The writes of a command, noting on the way which releases its rows are about. */
export function watchWrites(write: Write, store: Store): Watched {
  const noted = new Map<string, Set<string>>();
  const freezes = watchFreezes(store);
  const isOfWindow = (table: string) => table === 'window' || table === 'window_change';
  const note = (table: string, id: string) => {
    if (isOfWindow(table)) return;
    const ids = noted.get(table);
    if (ids === undefined) noted.set(table, new Set([id]));
    else ids.add(id);
  };
  const noteBefore = (table: string, id: string) => {
    const windowId = isOfWindow(table) ? windowOf(store, table, id) : null;
    if (windowId !== null) freezes.willChange(windowId);
  };
  return {
    write: {
      ...write,
      insert(table, values) {
        const name = getTableName(table);
        // Of a new occurrence the window is what changes; it is as it was until then.
        const windowId = name === 'window_change' ? Reflect.get(values, 'windowId') : null;
        if (typeof windowId === 'string') freezes.willChange(windowId);
        const row = write.insert(table, values);
        note(name, String(row.id));
        if (name === 'window') freezes.willChange(String(row.id));
        return row;
      },
      update(table, id, patch, baseRev) {
        const name = getTableName(table);
        const fields = askedAbout[name];
        noteBefore(name, id);
        const before = fields === undefined ? null : write.find(table, id);
        const after = write.update(table, id, patch, baseRev);
        if (before === null || fields === undefined || differ(before, after, fields)) {
          note(name, id);
        }
        return after;
      },
      remove(table, id) {
        const name = getTableName(table);
        noteBefore(name, id);
        write.remove(table, id);
        note(name, id);
      },
      putBack(entity, id, state) {
        noteBefore(entity, id);
        write.putBack(entity, id, state);
        note(entity, id);
      },
    },
    touched: () => [...new Set([...freezes.concerned(), ...releasesAbout(store, noted)])],
  };
}

function differ(before: object, after: object, fields: readonly string[]): boolean {
  return fields.some((field) => Reflect.get(before, field) !== Reflect.get(after, field));
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
    } else if (table === 'policy' || table === 'workspace') {
      ask(`SELECT id FROM release WHERE deleted_hlc IS NULL AND phase <> 'closed'`);
    }
  }
  return [...found];
}
