import type Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';
import { changedMeanwhile } from '#shared/rules/workspace/conflict-words.ts';
import type { EntityName } from '../tables.ts';
import { chainHash, chainStart } from './chain.ts';
import { readChanges } from './changes.ts';
import type { ChainedEntry } from './chain.ts';

/** Who writes, when, and the stamps of one command. */
export type Stamp = {
  now: number;
  actorId: string | null;
  command: string;
  commandId: string;
  tick(): string;
};

export type JournalEntry = {
  hlc: string;
  entity: EntityName;
  entityId: string;
  row: Record<string, unknown>;
  op: 'insert' | 'update' | 'delete';
  fields: Record<string, [unknown, unknown]>;
  baseRev: number;
};

export type JournalWriter = {
  append(entry: JournalEntry): void;
  /** Refuses with both values when one of the fields was changed after `baseRev`. */
  refuseIfChangedSince(id: string, baseRev: number, fields: string[], word: string): void;
};

/** The end of this device's chain; moved on only when the transaction is committed. */
export type ChainHead = { seq: number; hash: string };

export type Journal = {
  head: ChainHead;
  /** A writer for one transaction, with the head as it will be when that commits. */
  begin(stamp: Stamp): { writer: JournalWriter; head(): ChainHead };
};

const columns = [
  'change_id',
  'device_id',
  'device_seq',
  'hlc',
  'at',
  'actor_id',
  'command_id',
  'command',
  'entity',
  'entity_id',
  'release_id',
  'op',
  'fields_json',
  'base_rev',
  'schema_version',
  'origin',
  'prev_hash',
  'hash',
];

export function openJournal(
  database: Database.Database,
  deviceId: string,
  schemaVersion: number,
  newId: () => string,
): Journal {
  const insert = database.prepare(
    `INSERT INTO change_journal (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const since = database.prepare<[string, number], { fields_json: string; actor: string | null }>(
    `SELECT j.fields_json, p.name AS actor FROM change_journal j LEFT JOIN person p ON p.id = j.actor_id
     WHERE j.entity_id = ? AND j.base_rev >= ? ORDER BY j.base_rev DESC`,
  );
  const last = database
    .prepare<[string], { device_seq: number; hash: string }>(
      'SELECT device_seq, hash FROM change_journal WHERE device_id = ? ORDER BY device_seq DESC LIMIT 1',
    )
    .get(deviceId);
  const journal: Journal = {
    head: { seq: last?.device_seq ?? 0, hash: last?.hash ?? chainStart },
    begin,
  };
  return journal;

  function begin(stamp: Stamp) {
    let head = journal.head;
    const writer: JournalWriter = {
      append(entry) {
        const chained: ChainedEntry = {
          changeId: newId(),
          deviceId,
          deviceSeq: head.seq + 1,
          hlc: entry.hlc,
          at: stamp.now,
          actorId: stamp.actorId,
          commandId: stamp.commandId,
          command: stamp.command,
          entity: entry.entity,
          entityId: entry.entityId,
          releaseId: releaseOf(entry),
          op: entry.op,
          fields: JSON.stringify(entry.fields),
          baseRev: entry.baseRev,
          schemaVersion,
          origin: 'local',
        };
        const hash = chainHash(head.hash, chained);
        insert.run([...Object.values(chained), head.hash, hash]);
        head = { seq: chained.deviceSeq, hash };
      },
      refuseIfChangedSince(id, baseRev, fields, word) {
        for (const row of since.all(id, baseRev)) {
          const theirs = readChanges(row.fields_json) ?? {};
          const clash = fields.find((field) => Object.hasOwn(theirs, field));
          if (clash === undefined) continue;
          const now = JSON.stringify(theirs[clash]?.[1] ?? null);
          throw new Refusal('conflict', changedMeanwhile(row.actor, word, clash, now), {
            [clash]: `is now ${now}`,
          });
        }
      },
    };
    return { writer, head: () => head };
  }
}

function releaseOf({ entity, entityId, row }: JournalEntry): string | null {
  if (entity === 'release') return entityId;
  return typeof row['releaseId'] === 'string' ? row['releaseId'] : null;
}
