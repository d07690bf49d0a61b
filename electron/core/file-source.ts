import { open } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { Context } from './context.ts';
import { rowOf } from './database/plain-rows.ts';
import { attachment, attachmentContent } from './database/schema/attached.ts';
import type { Store } from './database/store.ts';
import type { SuppliedFile } from '#shared/model/given-file.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { locateFile } from './given-file.ts';

/** Pieces this long are worked on in a few milliseconds, so that the core answers between them. */
const pieceBytes = 256 * 1024;

/** The bytes of a file that was given, in pieces, with its name and length. */
export type Source = { name: string; bytes: number; pieces: AsyncIterable<Uint8Array> };

/** Opens what was given; the pieces have to be read to their end, or `close` be called. */
export async function openSource(
  file: SuppliedFile,
  { store, platform }: { store: () => Store; platform: Context['platform'] },
): Promise<Source & { close(): Promise<void> }> {
  if ('attachmentId' in file) return fromMemory(...attached(store(), file.attachmentId));
  if ('text' in file) return fromMemory(file.name ?? 'report', Buffer.from(file.text, 'utf8'));
  if ('base64' in file)
    return fromMemory(file.name ?? 'report', Buffer.from(file.base64, 'base64'));
  const found = locateFile(file, platform);
  const name = safeFileName(found.name);
  const handle = await open(found.path, 'r').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const what = code === 'ENOENT' ? 'is not there (any more)' : `cannot be read (${code})`;
    throw new Refusal('not_found', `${name} ${what}. Choose a file you can open.`);
  });
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    throw new Refusal('not_found', `${name} is no file but a folder or a device. Choose a file.`);
  }
  const pieces = handle.createReadStream({ highWaterMark: pieceBytes, autoClose: false });
  return { name, bytes: stats.size, pieces, close: () => handle.close() };
}

function fromMemory(name: string, content: Uint8Array) {
  async function* pieces() {
    for (let at = 0; at < content.length; at += pieceBytes) {
      yield content.subarray(at, at + pieceBytes);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const close = () => Promise.resolve();
  return { name: safeFileName(name), bytes: content.length, pieces: pieces(), close };
}

function attached(store: Store, id: string): [string, Uint8Array] {
  const row = rowOf(store, attachment, id);
  const kept =
    row === null
      ? undefined
      : store.orm
          .select({ content: attachmentContent.content })
          .from(attachmentContent)
          .where(eq(attachmentContent.hash, row.hash))
          .get();
  if (row !== null && kept !== undefined) return [row.name, kept.content];
  throw new Refusal(
    'not_found',
    `There is no attachment with the id ${id} whose content is kept here. It may have been removed; reload the page, or choose the file itself.`,
  );
}
