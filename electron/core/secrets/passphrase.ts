import { existsSync, readFileSync } from 'node:fs';
import type { RandomBytes, SecretStore } from '../platform.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { writeOwnerFile } from './owner-file.ts';
import { newSealKey, seal, sealKeyFor, unseal, type SealKey } from './sealed-text.ts';

export type PassphraseSecretsOptions = {
  path: string;
  randomBytes: RandomBytes;
  /** N of scrypt for a file started here; a power of two from 2^15 to 2^20. */
  cost?: number;
};

/** Enforced here too, because the CLI reads a passphrase without passing through the contract. */
const shortestPassphrase = 8;

/**
 * Memory until a passphrase is given, an encrypted file from then on. What was kept in memory
 * before moves into the file. The file is read for each answer: a command line and a browser host
 * may share it, and tokens are not held in clear for longer than a call.
 */
export function passphraseSecrets(options: PassphraseSecretsOptions): SecretStore {
  const { path, randomBytes, cost } = options;
  const memory = new Map<string, string>();
  let key: SealKey | null = null;

  function read(openKey: SealKey): Map<string, string> {
    return existsSync(path)
      ? unseal(readFileSync(path, 'utf8'), openKey, path)
      : new Map<string, string>();
  }

  /** Reading, changing and writing happen without a pause, so calls in this process cannot mix. */
  function change(openKey: SealKey, edit: (secrets: Map<string, string>) => void): void {
    const secrets = read(openKey);
    edit(secrets);
    writeOwnerFile(path, seal(secrets, openKey, randomBytes));
  }

  return {
    protection: () => (key ? 'encrypted-file' : 'memory'),
    locked: () => key === null && existsSync(path),

    async unlock(passphrase) {
      if ([...passphrase].length < shortestPassphrase) {
        throw new Refusal(
          'invalid_input',
          `The passphrase has fewer than ${shortestPassphrase} characters. Choose a longer one.`,
        );
      }
      const opened = existsSync(path)
        ? await sealKeyFor(readFileSync(path, 'utf8'), passphrase, path)
        : await newSealKey(passphrase, randomBytes, cost);
      // Tokens typed in this session are newer than those of the file.
      change(opened, (secrets) => memory.forEach((secret, name) => secrets.set(name, secret)));
      memory.clear();
      key = opened;
    },

    async get(name) {
      return (key ? read(key) : memory).get(name) ?? null;
    },

    async set(name, secret) {
      if (key) change(key, (secrets) => secrets.set(name, secret));
      else memory.set(name, secret);
    },

    async delete(name) {
      if (key) change(key, (secrets) => secrets.delete(name));
      else memory.delete(name);
    },
  };
}
