import type Database from 'better-sqlite3';
import { readChanges } from './changes.ts';
import type { Changes } from './changes.ts';

/** How many of a device's newest entries are looked at: what is older is history, not undo. */
const reach = 2_000;

/**
 * What a command counts for at most: an import writes more than the reach in one go, and is undone,
 * and done again, as any other edit is.
 */
const heaviest = 200;

/** A command of one person on one device; its entries follow each other on the device's chain. */
export type StoredCommand = {
  id: string;
  /** As journaled: undo and redo carry the id of what they took back. */
  command: string;
  at: number;
  firstSeq: number;
  lastSeq: number;
};

/** The newest commands of a person on a device, oldest first. */
export function commandsOf(
  database: Database.Database,
  deviceId: string,
  actorId: string,
): StoredCommand[] {
  const newest = database.prepare<[string, number, number], StoredCommand & { actorId: string }>(
    `SELECT command_id AS id, command, at, actor_id AS actorId,
            MIN(device_seq) AS firstSeq, MAX(device_seq) AS lastSeq
     FROM change_journal WHERE device_id = ? AND device_seq > ? AND device_seq <= ?
     GROUP BY command_id ORDER BY firstSeq DESC`,
  );
  const found: StoredCommand[] = [];
  let end = lastSeq(database, deviceId);
  let room = reach;
  while (end > 0 && room > 0) {
    const from = Math.max(0, end - room);
    for (const { actorId: by, ...command } of newest.all(deviceId, from, end)) {
      // The one at the edge may have begun before it.
      const whole = command.firstSeq > from + 1 ? command : begun(database, deviceId, command);
      room -= Math.min(heaviest, whole.lastSeq - whole.firstSeq + 1);
      end = whole.firstSeq - 1;
      if (by === actorId) found.push(whole);
    }
  }
  return found.reverse();
}

/** A command with its first entry, found by halves: its entries follow each other. */
function begun(
  database: Database.Database,
  deviceId: string,
  command: StoredCommand,
): StoredCommand {
  const commandAt = database
    .prepare<[string, number], string>(
      'SELECT command_id FROM change_journal WHERE device_id = ? AND device_seq = ?',
    )
    .pluck();
  let before = 0;
  let first = command.firstSeq;
  while (first - before > 1) {
    const middle = Math.floor((before + first) / 2);
    if (commandAt.get(deviceId, middle) === command.id) first = middle;
    else before = middle;
  }
  return { ...command, firstSeq: first };
}

/** The number of the newest entry of a device's chain; 0 before the first. */
export function lastSeq(database: Database.Database, deviceId: string): number {
  const found = database
    .prepare<[string], { seq: number | null }>(
      'SELECT MAX(device_seq) AS seq FROM change_journal WHERE device_id = ?',
    )
    .get(deviceId);
  return found?.seq ?? 0;
}

export type CommandEntry = {
  hlc: string;
  entity: string;
  entityId: string;
  releaseId: string | null;
  op: 'insert' | 'update' | 'delete';
  fields: Changes;
};

/** What a command changed, in the order it did. */
export function entriesOf(
  database: Database.Database,
  deviceId: string,
  { firstSeq, lastSeq: end }: Pick<StoredCommand, 'firstSeq' | 'lastSeq'>,
): CommandEntry[] {
  return database
    .prepare<[string, number, number], Omit<CommandEntry, 'fields'> & { fieldsJson: string }>(
      `SELECT hlc, entity, entity_id AS entityId, release_id AS releaseId, op,
              fields_json AS fieldsJson
       FROM change_journal WHERE device_id = ? AND device_seq BETWEEN ? AND ? ORDER BY device_seq`,
    )
    .all(deviceId, firstSeq, end)
    .map(({ fieldsJson, ...entry }) => ({ ...entry, fields: readChanges(fieldsJson) ?? {} }));
}

/** What a command changed, without the values: for one of thousands of entries. */
export function outlineOf(
  database: Database.Database,
  deviceId: string,
  { firstSeq, lastSeq: end }: Pick<StoredCommand, 'firstSeq' | 'lastSeq'>,
): CommandEntry[] {
  return database
    .prepare<[string, number, number], Omit<CommandEntry, 'fields'>>(
      `SELECT hlc, entity, entity_id AS entityId, release_id AS releaseId, op
       FROM change_journal WHERE device_id = ? AND device_seq BETWEEN ? AND ? ORDER BY device_seq`,
    )
    .all(deviceId, firstSeq, end)
    .map((entry) => ({ ...entry, fields: {} }));
}

/** Who changed something after a stamp: from which device, and which fields. */
export type LaterChange = {
  actorId: string | null;
  /** Null for the program itself, and for somebody no longer known. */
  name: string | null;
  deviceId: string;
  fields: Changes;
};

/** What happened to a row after a stamp, newest first. */
export function changesSince(
  database: Database.Database,
  entityId: string,
  hlc: string,
): LaterChange[] {
  return database
    .prepare<[string, string], Omit<LaterChange, 'fields'> & { fieldsJson: string }>(
      `SELECT j.actor_id AS actorId, p.name, j.device_id AS deviceId, j.fields_json AS fieldsJson
       FROM change_journal j LEFT JOIN person p ON p.id = j.actor_id
       WHERE j.entity_id = ? AND j.hlc > ? ORDER BY j.hlc DESC`,
    )
    .all(entityId, hlc)
    .map(({ fieldsJson, ...change }) => ({ ...change, fields: readChanges(fieldsJson) ?? {} }));
}
