import type { Store } from '#core/database/store.ts';

export type JournalHead = { at: number; hash: string };

/**
 * The newest entry of the journal over the chains of all devices: its time in milliseconds since
 * 1970 and its hash, which an export carries so that the journal can be held against it later. Null
 * while there is no entry.
 */
export function journalHead(store: Store): JournalHead | null {
  const ends = store.raw
    .prepare<[], JournalHead & { hlc: string }>(
      `SELECT j.at, j.hash, j.hlc
       FROM (SELECT device_id, MAX(device_seq) AS seq FROM change_journal GROUP BY device_id) chain
       JOIN change_journal j ON j.device_id = chain.device_id AND j.device_seq = chain.seq
       ORDER BY j.hlc DESC LIMIT 1`,
    )
    .get();
  return ends === undefined ? null : { at: ends.at, hash: ends.hash };
}
