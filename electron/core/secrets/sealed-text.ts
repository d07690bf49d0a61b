import { createCipheriv, createDecipheriv, createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RandomBytes } from '../platform.ts';
import { Refusal } from '#shared/model/refusal.ts';

/**
 * The encrypted file of tokens: scrypt turns the passphrase into two keys, one for AES-256-GCM and
 * one for a check value, so that a wrong passphrase and a changed file are told apart.
 */
const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
const sealed = z.strictObject({
  format: z.literal('slipway-secrets-1'),
  // Bounded on both sides: a forged file must neither weaken the key nor exhaust the memory.
  cost: z
    .number()
    .int()
    .min(2 ** 15)
    .max(2 ** 20),
  salt: base64,
  check: base64,
  nonce: base64,
  tag: base64,
  data: base64,
});

/** Everything needed to read and write one file; the passphrase itself is not kept. */
export type SealKey = { cost: number; salt: Buffer; cipher: Buffer; check: Buffer };

/** N of scrypt; with r = 8 it costs 64 MiB and about 0.2 s for each guess. */
const standardCost = 2 ** 16;

export async function newSealKey(
  passphrase: string,
  randomBytes: RandomBytes,
  cost = standardCost,
): Promise<SealKey> {
  return deriveKey(passphrase, Buffer.from(randomBytes(16)), cost);
}

/** The key for an existing file. Refuses a wrong passphrase (`forbidden`) and a file that is no such file. */
export async function sealKeyFor(text: string, passphrase: string, path: string): Promise<SealKey> {
  const file = parseSealed(text, path);
  const key = await deriveKey(passphrase, Buffer.from(file.salt, 'base64'), file.cost);
  if (!sameBytes(checkValue(key), Buffer.from(file.check, 'base64'))) {
    throw new Refusal(
      'forbidden',
      `The passphrase does not open ${path}. Type the one the file was started with, or remove the file to start anew (the tokens in it are then given again).`,
    );
  }
  return key;
}

/** Text of a file that holds `secrets`; each call takes a new nonce. */
export function seal(secrets: Map<string, string>, key: SealKey, randomBytes: RandomBytes): string {
  const nonce = Buffer.from(randomBytes(12));
  const cipher = createCipheriv('aes-256-gcm', key.cipher, nonce);
  cipher.setAAD(header(key));
  const data = Buffer.concat([cipher.update(JSON.stringify([...secrets]), 'utf8'), cipher.final()]);
  return `${JSON.stringify({
    format: 'slipway-secrets-1',
    cost: key.cost,
    salt: key.salt.toString('base64'),
    check: checkValue(key).toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  })}\n`;
}

/** Refuses (`conflict`) when a byte of the file differs from what was written with this key. */
export function unseal(text: string, key: SealKey, path: string): Map<string, string> {
  const file = parseSealed(text, path);
  const decipher = createDecipheriv('aes-256-gcm', key.cipher, Buffer.from(file.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(header(key));
  try {
    decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
    const clear = Buffer.concat([
      decipher.update(Buffer.from(file.data, 'base64')),
      decipher.final(),
    ]);
    return new Map(z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(clear.toString())));
  } catch {
    throw damaged(path, 'its contents were changed or were written with another passphrase');
  }
}

function parseSealed(text: string, path: string) {
  try {
    return sealed.parse(JSON.parse(text));
  } catch {
    throw damaged(path, 'it is not a file of encrypted tokens as Slipway writes it');
  }
}

function damaged(path: string, found: string): Refusal {
  return new Refusal(
    'conflict',
    `The file of tokens ${path} cannot be used: ${found}. Restore it from a backup, or remove it and give the tokens again.`,
  );
}

async function deriveKey(passphrase: string, salt: Buffer, cost: number): Promise<SealKey> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    // The same passphrase typed on another keyboard may arrive in another Unicode form.
    const options = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 };
    scrypt(passphrase.normalize('NFKC'), salt, 64, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
  return { cost, salt, cipher: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

/** The unencrypted part takes part in the authentication, so that it cannot be exchanged. */
function header(key: SealKey): Buffer {
  return Buffer.from(`slipway-secrets-1|${key.cost}|${key.salt.toString('base64')}`);
}

function checkValue(key: SealKey): Buffer {
  return createHmac('sha256', key.check).update(header(key)).digest();
}

function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
