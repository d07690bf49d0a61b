import type Database from 'better-sqlite3';

/** Names the devices as `device(id)`: the index leads from one to the next, however long their chains. */
export const everyDevice = `WITH RECURSIVE device(id) AS (
         SELECT MIN(device_id) FROM change_journal
         UNION ALL
         SELECT (SELECT MIN(device_id) FROM change_journal WHERE device_id > device.id)
         FROM device WHERE device.id IS NOT NULL)`;

/** The newest entry: its time in milliseconds since 1970, its clock and its hash. */
export type JournalHead = { at: number; hlc: string; hash: string };

/**
 * The newest entry of the journal over the chains of all devices. An export carries its hash, so
 * that the journal can be held against it later. Null while there is no entry. The index leads from
 * device to device and to the end of each chain, however long the journal is.
 */
export function journalHead(database: Database.Database): JournalHead | null {
  const newest = database
    .prepare<[], JournalHead>(
      `${everyDevice}
       SELECT j.at, j.hlc, j.hash FROM device JOIN change_journal j
       ON j.device_id = device.id AND j.device_seq =
         (SELECT MAX(device_seq) FROM change_journal WHERE device_id = device.id)
       ORDER BY j.hlc DESC LIMIT 1`,
    )
    .get();
  return newest ?? null;
}
