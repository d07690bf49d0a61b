import { existsSync, readFileSync } from 'node:fs';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { writeOwnerFile } from '#core/secrets/owner-file.ts';
import type { Log } from '#core/platform.ts';

export type Keychain = {
  get(key: string): Promise<string | null>;
  set(key: string, secret: string): Promise<void>;
  delete(key: string): Promise<void>;
};

type Storage = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'getSelectedStorageBackend'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
>;

/**
 * True when the operating system really protects what safeStorage encrypts. On a Linux desktop
 * without a key ring Chromium falls back to "basic_text", a key that every copy of it knows.
 */
export async function keychainProtects(storage: Storage, os: NodeJS.Platform): Promise<boolean> {
  if (!(await storage.isAsyncEncryptionAvailable())) return false;
  if (os !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
}

const entries = z.record(z.string(), z.string());

/** Tokens encrypted with the key of the operating system's key chain, in a file of base64 texts. */
export function keychainFile(path: string, storage: Storage, log: Log): Keychain {
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: between reading and writing others must not write. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  function read(): Map<string, string> {
    if (!existsSync(path)) return new Map();
    return new Map(Object.entries(entries.parse(JSON.parse(readFileSync(path, 'utf8')))));
  }

  async function write(key: string, secret: string | null): Promise<void> {
    const all = read();
    if (secret === null) all.delete(key);
    else all.set(key, (await storage.encryptStringAsync(secret)).toString('base64'));
    writeOwnerFile(path, `${JSON.stringify(Object.fromEntries(all))}\n`);
  }

  async function get(key: string): Promise<string | null> {
    const encrypted = read().get(key);
    if (encrypted === undefined) return null;
    try {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(
        Buffer.from(encrypted, 'base64'),
      );
      if (shouldReEncrypt) await write(key, result);
      return result;
    } catch (error) {
      // The key chain was reset, or the file comes from another machine.
      log.error('A token cannot be decrypted any more and has to be given again', error);
      return null;
    }
  }

  return {
    get: (key) => inTurn(() => get(key)),
    set: (key, secret) => inTurn(() => write(key, secret)),
    delete: (key) => inTurn(() => write(key, null)),
  };
}
