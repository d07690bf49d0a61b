import type Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';
import type { JournalWriter, Stamp } from './journal/append.ts';
import { putBack } from './put-back.ts';
import type { FormerState, TableAccess } from './put-back.ts';
import { describeTable, entityTables, layerFields } from './tables.ts';
import type { EntityName, EntityTable, Row, TableColumn, Values } from './tables.ts';

/**
 * The only way rows of people's work are written. Each call changes one row and adds the journal
 * entry that says so, inside the transaction of the running command.
 */
export type Write = {
  /** Adds a row and gives it back; an id is made up unless given. */
  insert<T extends EntityTable>(table: T, values: Values<T>): Row<T>;
  /**
   * Changes the given fields of a row. Fields that already have the value are left out; when none
   * is left, nothing is written. With `baseRev` it refuses (`conflict`) when one of the fields was
   * changed by somebody since that revision.
   */
  update<T extends EntityTable>(
    table: T,
    id: string,
    patch: Partial<Values<T>>,
    baseRev?: number,
  ): Row<T>;
  /** Marks a row as deleted; queries no longer see it, history does. */
  remove<T extends EntityTable>(table: T, id: string): void;
  /** The row, or a `not_found` refusal that names it. */
  find<T extends EntityTable>(table: T, id: string): Row<T>;
  /**
   * Keeps what is in an attached file under its SHA-256, once however often it is attached. The hash
   * is its own proof, so it is not journaled; one that was damaged is mended by the file itself.
   */
  keepContent(hash: string, content: Uint8Array): void;
  /** For undo and redo alone: puts a row, marked as deleted or not, where the journal says it was. */
  putBack(entity: EntityName, id: string, state: FormerState): void;
  /** The time of this command, milliseconds since 1970. */
  now: number;
  actorId: string | null;
  newId(): string;
};

type Statements = TableAccess & {
  byField: Map<string, TableColumn>;
  /** What a new row has where nothing is said. */
  fallbacks: Readonly<Record<string, unknown>>;
  /** The fields the journal tells of. */
  told: readonly string[];
  select: Database.Statement;
  insert: Database.Statement;
};

const words: Partial<Record<EntityName, string>> = {
  scope_item: 'scope item',
  checklist_item: 'checklist item',
  rollback_plan: 'rollback plan',
  decision_condition: 'condition',
  raci_assignment: 'responsibility',
  checklist_template: 'checklist template',
  cab_meeting: 'CAB meeting',
  cab_item: 'agenda item',
  cab_pack: 'CAB pack',
  parity_check: 'comparison of settings',
  parity_acceptance: 'accepted difference',
  lesson_update: 'update of a lesson',
  lesson_answer: 'answer to a lesson',
  metric_check: 'metric check',
  metric_result: 'result of a metric check',
};

/** Statements of every entity table, prepared on first use and kept as long as the file is open. */
export function createTableWriter(database: Database.Database, workspaceId: string) {
  const prepared = new Map<EntityTable, Statements>();
  let keep: Database.Statement | null = null;

  function statements(table: EntityTable): Statements {
    const known = prepared.get(table);
    if (known !== undefined) return known;
    const made = prepare(database, table);
    prepared.set(table, made);
    return made;
  }

  return function begin(journal: JournalWriter, stamp: Stamp, newId: () => string): Write {
    function find<T extends EntityTable>(table: T, id: string): Row<T> {
      const { name, select, columns } = statements(table);
      const stored = select.get(id);
      if (!isRecord(stored)) throw missing(name, id);
      const row = Object.fromEntries(columns.map((c) => [c.field, c.decode(stored[c.name])]));
      if (!belongsTo(table, row)) throw missing(name, id);
      return row;
    }

    function insert<T extends EntityTable>(table: T, values: Values<T>): Row<T> {
      const { name, columns, fallbacks, told, insert: statement } = statements(table);
      const id = values.id ?? newId();
      const hlc = stamp.tick();
      const row: Record<string, unknown> = {
        ...{ ...fallbacks, ...values, id, workspaceId },
        ...{ rev: 1, updatedHlc: hlc, clocks: { '*': hlc } },
      };
      statement.run(columns.map((c) => c.encode(row[c.field])));
      const fields: Record<string, [unknown, unknown]> = {};
      for (const field of told) if (row[field] !== null) fields[field] = [null, row[field]];
      journal.append({ hlc, entity: name, entityId: id, row, op: 'insert', fields, baseRev: 0 });
      if (!belongsTo(table, row)) throw missing(name, id);
      return row;
    }

    function update<T extends EntityTable>(
      table: T,
      id: string,
      patch: Partial<Values<T>>,
      baseRev?: number,
    ): Row<T> {
      const { name, byField, update: statementFor } = statements(table);
      const before = find(table, id);
      const row: Record<string, unknown> = { ...before };
      const revision = Number(before.rev);
      const fields: Record<string, [unknown, unknown]> = {};
      for (const [field, value] of Object.entries(patch)) {
        const column = byField.get(field);
        if (column === undefined || value === undefined || layerFields.includes(field)) continue;
        if (column.encode(row[field]) === column.encode(value)) continue;
        fields[field] = [row[field], value];
        row[field] = value;
      }
      const changed = Object.keys(fields);
      if (changed.length === 0) return before;
      if (baseRev !== undefined && baseRev !== revision) {
        journal.refuseIfChangedSince(id, baseRev, changed, words[name] ?? name);
      }
      const hlc = stamp.tick();
      row['rev'] = revision + 1;
      row['updatedHlc'] = hlc;
      row['clocks'] = { ...before.clocks, ...Object.fromEntries(changed.map((f) => [f, hlc])) };
      const written = ['rev', 'updatedHlc', 'clocks', ...changed];
      statementFor(written).run([...written.map((f) => byField.get(f)?.encode(row[f])), id]);
      journal.append({
        hlc,
        entity: name,
        entityId: id,
        row,
        op: 'update',
        fields,
        baseRev: revision,
      });
      if (!belongsTo(table, row)) throw missing(name, id);
      return row;
    }

    function remove<T extends EntityTable>(table: T, id: string): void {
      const { name, byField, update: statementFor } = statements(table);
      const before = find(table, id);
      const hlc = stamp.tick();
      const revision = Number(before.rev);
      const row: Record<string, unknown> = { ...before, rev: revision + 1, deletedHlc: hlc };
      row['updatedHlc'] = hlc;
      const written = ['rev', 'updatedHlc', 'deletedHlc'];
      statementFor(written).run([...written.map((f) => byField.get(f)?.encode(row[f])), id]);
      journal.append({
        hlc,
        entity: name,
        entityId: id,
        row,
        op: 'delete',
        fields: {},
        baseRev: revision,
      });
    }

    return {
      insert,
      update,
      remove,
      find,
      keepContent(hash, content) {
        keep ??= database.prepare(
          `INSERT INTO attachment_content (hash, content) VALUES (?, ?)
           ON CONFLICT (hash) DO UPDATE SET content = excluded.content WHERE content IS NOT excluded.content`,
        );
        keep.run(hash, content);
      },
      putBack: (entity, id, state) =>
        putBack(statements(entityTables[entity]), id, state, journal, stamp),
      newId,
      now: stamp.now,
      actorId: stamp.actorId,
    };
  };
}

function prepare(database: Database.Database, table: EntityTable): Statements {
  const { name, columns } = describeTable(table);
  const byField = new Map(columns.map((column) => [column.field, column]));
  const updates = new Map<string, Database.Statement>();
  return {
    name,
    columns,
    byField,
    fallbacks: Object.fromEntries(columns.map((c) => [c.field, c.fallback])),
    told: columns.map(({ field }) => field).filter((field) => !layerFields.includes(field)),
    select: database.prepare(`SELECT * FROM ${name} WHERE id = ? AND deleted_hlc IS NULL`),
    selectAny: database.prepare(`SELECT * FROM ${name} WHERE id = ?`),
    insert: database.prepare(
      `INSERT INTO ${name} (${columns.map((c) => c.name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ),
    update(fields) {
      const key = fields.join();
      const known = updates.get(key);
      if (known !== undefined) return known;
      const assignments = fields.map((field) => `${byField.get(field)?.name} = ?`).join(', ');
      const made = database.prepare(`UPDATE ${name} SET ${assignments} WHERE id = ?`);
      updates.set(key, made);
      return made;
    },
  };
}

function missing(name: EntityName, id: string): Refusal {
  const word = words[name] ?? name.replaceAll('_', ' ');
  return new Refusal(
    'not_found',
    `There is no ${word} with the id ${id}. It may have been removed; reload the list and choose again.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Rows come decoded column by column from the table's own schema; this states their type once. */
function belongsTo<T extends EntityTable>(_table: T, row: Record<string, unknown>): row is Row<T> {
  return typeof row['id'] === 'string';
}
