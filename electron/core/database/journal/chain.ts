import { hash } from 'node:crypto';

/** Everything of a journal entry that its hash covers, in this order. */
export type ChainedEntry = {
  changeId: string;
  deviceId: string;
  deviceSeq: number;
  hlc: string;
  at: number;
  actorId: string | null;
  commandId: string;
  command: string;
  entity: string;
  entityId: string;
  releaseId: string | null;
  op: string;
  /** The stored text, byte for byte: nothing is parsed to be hashed. */
  fields: string;
  baseRev: number;
  schemaVersion: number;
  origin: string;
};

/** Separates these hashes from every other use of SHA-256; a new layout of the entry gets a new tag. */
const domain = 'slipway journal 1\n';

/** What the first entry of a device's chain has before it. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the domain tag, the hash before and the entry as a JSON array, in hexadecimal. */
export function chainHash(prevHash: string, entry: ChainedEntry): string {
  const row = JSON.stringify([
    entry.changeId,
    entry.deviceId,
    entry.deviceSeq,
    entry.hlc,
    entry.at,
    entry.actorId,
    entry.commandId,
    entry.command,
    entry.entity,
    entry.entityId,
    entry.releaseId,
    entry.op,
    entry.fields,
    entry.baseRev,
    entry.schemaVersion,
    entry.origin,
  ]);
  return hash('sha256', domain + prevHash + row);
}
