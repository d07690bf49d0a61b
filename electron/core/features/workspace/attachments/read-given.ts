import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '#shared/model/refusal.ts';
import { largestAttachment } from '#shared/model/workspace/attached.ts';
import { sizeProblem } from '#shared/rules/workspace/attachment-size.ts';

/**
 * The bytes of a file to be attached, called `name` in what is refused. Its size is looked at before
 * anything is read, and no more than the limit is read even from a file that grows meanwhile.
 */
export async function readGiven(path: string, name: string): Promise<Buffer> {
  const file = await openGiven(path, name);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw noFile(name, 'is no file but a folder or a device');
    refuseSize(name, stats.size);
    const content = await readUpTo(file, largestAttachment + 1);
    refuseSize(name, content.length);
    return content;
  } finally {
    await file.close();
  }
}

async function openGiven(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') throw noFile(name, 'is not there (any more)');
    throw noFile(name, `cannot be read (${code})`);
  }
}

async function readUpTo(file: FileHandle, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < most) {
    const room = Buffer.allocUnsafe(Math.min(1024 * 1024, most - size));
    const { bytesRead } = await file.read(room, 0, room.length, null);
    if (bytesRead === 0) break;
    chunks.push(room.subarray(0, bytesRead));
    size += bytesRead;
  }
  return Buffer.concat(chunks);
}

function refuseSize(name: string, bytes: number): void {
  const problem = sizeProblem(name, bytes);
  if (problem !== null) throw new Refusal('invalid_input', problem, { file: problem });
}

function noFile(name: string, what: string): Refusal {
  return new Refusal('not_found', `${name} ${what}. Choose a file you can open.`);
}
