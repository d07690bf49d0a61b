import { open, type FileHandle } from 'node:fs/promises';
import { Refusal } from '#shared/model/refusal.ts';

const chunkBytes = 1024 * 1024;

/**
 * A file's bytes from its beginning, one chunk read ahead while the last one is worked on. A chunk
 * is overwritten once the one after the next is asked for: use it or copy it before.
 * Refuses (`not_found`) a path that is no readable file.
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openFile(path);
  try {
    const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)] as const;
    let ahead = read(file, buffers[0]);
    for (let turn = 1; ; turn = 1 - turn) {
      const chunk = await ahead;
      if (chunk.length === 0) return;
      ahead = read(file, buffers[turn === 1 ? 1 : 0]);
      // A read that fails while the chunk is worked on is reported at its own turn, not as unhandled.
      ahead.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, buffer: Buffer): Promise<Buffer> {
  const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
  return buffer.subarray(0, bytesRead);
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(
      'not_found',
      `${path} could not be opened (${code}). Choose a file you can read`,
    );
  }
  throw new Refusal('not_found', `${path} is not a file. Choose the exported JSON file itself`);
}
