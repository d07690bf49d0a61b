import { createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { codeFrom, drawnLetters, readCode } from '#shared/rules/governance/packs/reviewer-code.ts';

/**
 * A code has 54 bits drawn by chance; stretched a hundred thousand times, trying all of them against
 * a signature is out of reach, and a browser still signs within a moment.
 */
export const rounds = 100_000;

const stretch = promisify(pbkdf2);

export type IssuedCode = {
  /** Shown once to whoever makes the pack, and kept nowhere. */
  code: string;
  salt: string;
  /** The key that signs and checks, hexadecimal. */
  key: string;
};

export async function issueCode(randomBytes: (count: number) => Uint8Array): Promise<IssuedCode> {
  const code = codeFrom(randomBytes(drawnLetters));
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  return { code, salt, key: await keyOf(code, salt) };
}

export async function keyOf(code: string, salt: string): Promise<string> {
  const plain = readCode(code);
  if (plain === null) throw new Error('The code has a wrong letter');
  return (await stretch(plain, salt, rounds, 32, 'sha256')).toString('hex');
}

export function sign(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
}

export function isSigned(key: string, text: string, signature: string): boolean {
  return timingSafeEqual(Buffer.from(sign(key, text)), Buffer.from(signature));
}

/** By this the page of a pack tells somebody else’s code at once. */
export function checkOf(key: string, packId: string): string {
  return sign(key, `slipway-pack-check-1 ${packId}`).slice(0, 8);
}
