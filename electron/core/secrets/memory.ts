import type { SecretStore } from '../platform.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** Keeps secrets until the program ends; nothing is written anywhere. */
export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    protection: () => 'memory',
    locked: () => false,
    async unlock() {
      throw new Refusal(
        'precondition_failed',
        'This host keeps tokens in memory only and has no encrypted file to open. Give the token again after each start.',
      );
    },
    async get(key) {
      return secrets.get(key) ?? null;
    },
    async set(key, secret) {
      secrets.set(key, secret);
    },
    async delete(key) {
      secrets.delete(key);
    },
  };
}
