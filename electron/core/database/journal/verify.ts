import { getTableName } from 'drizzle-orm';
import type Database from 'better-sqlite3';
import { describeTable, entityTables, layerFields } from '../tables.ts';
import { chainHash, chainStart } from './chain.ts';
import { readChanges } from './changes.ts';
import type { ChainedEntry } from './chain.ts';

export type Finding = { where: string; what: string };
export type Verification = {
  ok: boolean;
  entries: number;
  head: string | null;
  findings: Finding[];
};

type StoredEntry = {
  change_id: string;
  device_id: string;
  device_seq: number;
  hlc: string;
  at: number;
  actor_id: string | null;
  command_id: string;
  command: string;
  entity: string;
  entity_id: string;
  release_id: string | null;
  op: string;
  fields_json: string;
  base_rev: number;
  schema_version: number;
  origin: string;
  prev_hash: string;
  hash: string;
};

const mostFindings = 50;

/**
 * Walks every device's chain and recomputes each hash, then compares every row with the last value
 * the journal gives each of its fields. Finds an edit, insertion, removal or swap made behind the
 * journal's back; a whole chain rewritten, or its end cut off, shows only against a head hash kept
 * elsewhere (each dossier and calendar export carries one).
 */
export function verifyJournal(database: Database.Database): Verification {
  const findings: Finding[] = [];
  const report = (where: string, what: string) => {
    if (findings.length < mostFindings) findings.push({ where, what });
  };
  const integrity = database.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') report('file', String(integrity));
  const state = new Map<string, Map<string, unknown>>();
  const chain = walkChains(database, state, report);
  compareRows(database, state, report);
  return { ok: findings.length === 0, findings, ...chain };
}

function walkChains(
  database: Database.Database,
  state: Map<string, Map<string, unknown>>,
  report: (where: string, what: string) => void,
): { entries: number; head: string | null } {
  let entries = 0;
  let newest: { hlc: string; hash: string } | null = null;
  const tails = new Map<string, { seq: number; hash: string }>();
  const stamps = new Map<string, string>();
  const rows = database
    .prepare<[], StoredEntry>('SELECT * FROM change_journal ORDER BY device_id, device_seq')
    .iterate();
  for (const row of rows) {
    entries += 1;
    const where = `entry ${row.device_seq} of device ${row.device_id}`;
    const tail = tails.get(row.device_id) ?? { seq: 0, hash: chainStart };
    if (row.device_seq !== tail.seq + 1) report(where, `follows entry ${tail.seq}: one is missing`);
    if (row.prev_hash !== tail.hash) report(where, 'does not continue the entry before it');
    if (chainHash(row.prev_hash, chained(row)) !== row.hash) report(where, 'was altered');
    tails.set(row.device_id, { seq: row.device_seq, hash: row.hash });
    if (newest === null || row.hlc > newest.hlc) newest = { hlc: row.hlc, hash: row.hash };
    if (!remember(row, state, stamps))
      report(where, 'lists its changes in a form that cannot be read');
  }
  return { entries, head: newest?.hash ?? null };
}

/** Keeps the newest value of each field by stamp, since chains are walked one device after another. */
function remember(
  row: StoredEntry,
  state: Map<string, Map<string, unknown>>,
  stamps: Map<string, string>,
): boolean {
  const changes = readChanges(row.fields_json);
  if (changes === null) return false;
  const key = `${row.entity} ${row.entity_id}`;
  const fields = state.get(key) ?? new Map<string, unknown>();
  state.set(key, fields);
  if (row.op === 'delete') changes['deletedHlc'] = [null, row.hlc];
  for (const [field, [, value]] of Object.entries(changes)) {
    const stamp = `${key} ${field}`;
    if ((stamps.get(stamp) ?? '') > row.hlc) continue;
    stamps.set(stamp, row.hlc);
    fields.set(field, value);
  }
  return true;
}

function compareRows(
  database: Database.Database,
  state: Map<string, Map<string, unknown>>,
  report: (where: string, what: string) => void,
): void {
  const unseen = new Set(state.keys());
  for (const table of Object.values(entityTables)) {
    const name = getTableName(table);
    const { columns } = describeTable(table);
    const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).iterate();
    for (const row of rows) {
      const where = `${name} ${String(row['id'])}`;
      const journaled = state.get(where);
      unseen.delete(where);
      if (journaled === undefined) {
        report(where, 'is not in the journal');
        continue;
      }
      for (const column of columns) {
        if (layerFields.includes(column.field) && column.field !== 'deletedHlc') continue;
        const told = journaled.has(column.field) ? journaled.get(column.field) : column.fallback;
        const expected = column.encode(told);
        if (row[column.name] !== expected) {
          report(where, `${column.field} differs from what the journal says`);
        }
      }
    }
  }
  for (const where of unseen) report(where, 'is in the journal, but its row is gone');
}

function chained(row: StoredEntry): ChainedEntry {
  return {
    changeId: row.change_id,
    deviceId: row.device_id,
    deviceSeq: row.device_seq,
    hlc: row.hlc,
    at: row.at,
    actorId: row.actor_id,
    commandId: row.command_id,
    command: row.command,
    entity: row.entity,
    entityId: row.entity_id,
    releaseId: row.release_id,
    op: row.op,
    fields: row.fields_json,
    baseRev: row.base_rev,
    schemaVersion: row.schema_version,
    origin: row.origin,
  };
}
