import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Refusal } from '#shared/model/refusal.ts';

const inflate = promisify(inflateRaw);

/** One file of an archive, as its directory tells of it. */
type Entry = { path: string; method: number; packed: number; size: number; at: number };

export type Zip = { text: (path: string) => Promise<string | null>; paths: readonly string[] };

/** What the parts of a workbook may come to when they are unpacked; an archive can claim anything. */
const mostUnpacked = 300_000_000;
const mostEntries = 5_000;

/**
 * The texts of an archive. Sizes are added up from its directory before anything is unpacked, and no
 * part becomes larger than the directory says: a small file that would unpack to gigabytes is refused.
 */
export function openZip(bytes: Buffer, name: string): Zip {
  const entries = readDirectory(bytes, name);
  const texts = [...entries.values()].filter(({ path }) => /\.(?:xml|rels)$/.test(path));
  const total = texts.reduce((sum, { size }) => sum + size, 0);
  if (total > mostUnpacked) {
    throw new Refusal(
      'invalid_input',
      `${name} unpacks to ${Math.round(total / 1_000_000).toLocaleString('en')} MB; at most ${mostUnpacked / 1_000_000} MB are read. Save the table alone in a file of its own.`,
    );
  }
  return {
    paths: [...entries.keys()],
    async text(path) {
      const entry = entries.get(path);
      return entry === undefined ? null : (await unpack(bytes, entry, name)).toString('utf8');
    },
  };
}

async function unpack(bytes: Buffer, entry: Entry, name: string): Promise<Buffer> {
  const header = entry.at;
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50) throw damaged(name);
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(name);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw damaged(name);
  }
}

function readDirectory(bytes: Buffer, name: string): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw damaged(name);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries || at === 0xffffffff) throw damaged(name);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged(name);
    const long = bytes.readUInt16LE(at + 28);
    const path = bytes.toString('utf8', at + 46, at + 46 + long);
    entries.set(path, {
      path,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + long + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

export function damaged(name: string): Refusal {
  return new Refusal(
    'invalid_input',
    `${name} is no workbook that can be read, or it is damaged. Open it in the spreadsheet program, save it as .xlsx anew and choose that file.`,
  );
}
