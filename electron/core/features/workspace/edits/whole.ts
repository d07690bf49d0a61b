import type { Store } from '#core/database/store.ts';
import { entityTables, isEntityName } from '#core/database/tables.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { entityInWords } from '#shared/rules/workspace/change-words.ts';
import type { RowChange } from '#shared/rules/workspace/row-changes.ts';
import { labelOf } from './labels.ts';
import { workedOn } from './refuse.ts';

type Reference = { table: string; column: string; to: string };

/** Where rows name others within a JSON text or by a key, which no foreign key can say. */
const named: readonly { table: string; to: string; fits: string }[] = [
  { table: 'service', to: 'person', fits: `instr(t.owner_ids, '"' || gone.id || '"')` },
  { table: 'team', to: 'person', fits: `instr(t.member_ids, '"' || gone.id || '"')` },
  { table: 'connection', to: 'service', fits: `instr(t.workflows, '"' || gone.id || '"')` },
  { table: 'person', to: 'role', fits: `instr(t.roles, '"' || gone.key || '"')` },
  { table: 'release_role', to: 'role', fits: 't.role_key = gone.key' },
  ...['risk', 'scope_item', 'checklist_item'].flatMap((to) =>
    ['attachment', 'comment'].map((table) => ({ table, to, fits: 't.subject_id = gone.id' })),
  ),
  { table: 'task', to: 'task', fits: `instr(t.predecessor_ids, '"' || gone.id || '"')` },
  {
    table: 'template_version',
    to: 'role',
    fits: `instr(t.content, '"' || gone.key || '"')`,
  },
  { table: 'lesson', to: 'service', fits: `instr(t.service_ids, '"' || gone.id || '"')` },
  { table: 'window', to: 'service', fits: `instr(t.service_ids, '"' || gone.id || '"')` },
  { table: 'window', to: 'environment', fits: `instr(t.environment_ids, '"' || gone.id || '"')` },
  { table: 'gate', to: 'role', fits: `instr(t.places, '"' || gone.key || '"')` },
  { table: 'gate', to: 'role', fits: 't.accountable_role = gone.key' },
  { table: 'gate', to: 'person', fits: `instr(t.places, '"' || gone.id || '"')` },
  { table: 'raci_assignment', to: 'role', fits: 't.role_key = gone.key' },
  { table: 'deputy', to: 'role', fits: 't.role_key = gone.key' },
  {
    table: 'checklist_template_version',
    to: 'role',
    fits: `instr(t.content, '"' || gone.key || '"')`,
  },
  {
    table: 'checklist_item',
    to: 'checklist_item',
    fits: `instr(t.after_ids, '"' || gone.id || '"')`,
  },
  { table: 'approval_request', to: 'person', fits: `instr(t.asked_ids, '"' || gone.id || '"')` },
  { table: 'cab_meeting', to: 'person', fits: `instr(t.attendee_ids, '"' || gone.id || '"')` },
  { table: 'cab_item', to: 'gate', fits: `instr(t.gate_ids, '"' || gone.id || '"')` },
];

/**
 * Refuses when the rows that were put back no longer fit the others: a living row must not name one
 * that is gone, and a release has each service and each role once. Asked within the transaction,
 * whose work a refusal takes back.
 */
export function refuseBroken(store: Store, changes: readonly RowChange[]): void {
  const references = foreignKeys(store);
  // All rows of a table at once: an import is thousands of them, and each question walks a table.
  for (const [entity, rows] of Map.groupBy(changes, (change) => change.entity)) {
    const idsWhere = (alive: boolean) =>
      JSON.stringify(
        rows.filter(({ before }) => before.alive === alive).map(({ entityId }) => entityId),
      );
    refuseToNameGone(store, entity, idsWhere(true), references);
    refuseTwice(store, entity, idsWhere(true));
    refuseNamed(store, entity, idsWhere(false), references);
  }
}

const amongIds = 'IN (SELECT value FROM json_each(?))';

function foreignKeys({ raw }: Store): Reference[] {
  return Object.keys(entityTables).flatMap((table) =>
    raw
      .prepare<[string], { from: string; table: string }>(
        'SELECT "from", "table" FROM pragma_foreign_key_list(?)',
      )
      .all(table)
      .map((key) => ({ table, column: key.from, to: key.table })),
  );
}

/** Rows are gone now: nothing that is there may name one, nor may it have been who worked here. */
function refuseNamed(
  store: Store,
  entity: string,
  ids: string,
  references: readonly Reference[],
): void {
  if (ids === '[]') return;
  const { raw } = store;
  for (const { table, column } of references.filter(({ to }) => to === entity)) {
    const user = raw
      .prepare<[string], { id: string; gone: string }>(
        `SELECT id, ${column} AS gone FROM ${table}
         WHERE ${column} ${amongIds} AND deleted_hlc IS NULL LIMIT 1`,
      )
      .get(ids);
    if (user !== undefined) throw inUse(store, entity, user.gone, table, user.id);
  }
  for (const { table, fits } of named.filter(({ to }) => to === entity)) {
    const user = raw
      .prepare<[string], { id: string; gone: string }>(
        `SELECT t.id, gone.id AS gone FROM ${table} t JOIN ${entity} gone ON ${fits}
         WHERE gone.id ${amongIds} AND t.deleted_hlc IS NULL LIMIT 1`,
      )
      .get(ids);
    if (user !== undefined) throw inUse(store, entity, user.gone, table, user.id);
  }
  if (entity !== 'person') return;
  const worked = raw
    .prepare<[string], { id: string }>(
      `SELECT actor_id AS id FROM change_journal WHERE actor_id ${amongIds} LIMIT 1`,
    )
    .get(ids);
  if (worked === undefined) return;
  throw new Refusal(
    'conflict',
    `${labelOf(store, entity, worked.id)} has worked here since, so adding them is not undone. Take their roles away instead.`,
  );
}

function inUse(store: Store, entity: string, id: string, table: string, userId: string): Refusal {
  if (entity === 'release') return workedOn(store, id, userId);
  const user = `${entityInWords(table)} ${labelOf(store, table, userId)}`;
  return new Refusal(
    'conflict',
    `${labelOf(store, entity, id)} is named by the ${user}, so adding it is not undone. Change that first.`,
  );
}

function refuseToNameGone(
  store: Store,
  entity: string,
  ids: string,
  references: readonly Reference[],
): void {
  if (!isEntityName(entity) || ids === '[]') return;
  for (const { column, to } of references.filter(({ table }) => table === entity)) {
    const found = store.raw
      .prepare<[string], { id: string; gone: string }>(
        `SELECT own.id, other.id AS gone FROM ${entity} own JOIN ${to} other
         ON other.id = own.${column} WHERE own.id ${amongIds} AND other.deleted_hlc IS NOT NULL`,
      )
      .get(ids);
    if (found === undefined) continue;
    throw new Refusal(
      'conflict',
      `${labelOf(store, entity, found.id)} belongs to ${labelOf(store, to, found.gone)}, which was removed since. Nothing was changed.`,
    );
  }
}

/** What a release has once. */
const once: Readonly<Record<string, string>> = {
  component: 'service_id',
  release_role: 'role_key',
  change: 'commit_id',
};

function refuseTwice(store: Store, entity: string, ids: string): void {
  const column = once[entity];
  if (column === undefined || ids === '[]') return;
  const twin = store.raw
    .prepare<[string], { own: string }>(
      `SELECT own.id AS own FROM ${entity} own JOIN ${entity} other
       ON other.release_id = own.release_id AND other.${column} = own.${column}
       AND other.id <> own.id AND other.deleted_hlc IS NULL
       WHERE own.id ${amongIds}`,
    )
    .get(ids);
  if (twin === undefined) return;
  throw new Refusal(
    'conflict',
    `${labelOf(store, entity, twin.own)} was added to the release again since. Nothing was changed; the one that is there can be changed where it stands.`,
  );
}
