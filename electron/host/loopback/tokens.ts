import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '#core/platform.ts';

/** 128 random bits as 22 characters that need no escaping in a URL or a header. */
export function newToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(16)).toString('base64url');
}

/** Compares in a time that does not depend on where or whether the texts differ. */
export function sameToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** The tokens a server accepts now: the one of the launch, and one for each workspace it holds. */
export type TokenRing = {
  add(token: string): void;
  remove(token: string): void;
  accepts(given: string): boolean;
};

export function tokenRing(): TokenRing {
  const tokens = new Set<string>();
  return {
    add: (token) => tokens.add(token),
    remove: (token) => tokens.delete(token),
    // Every token is compared, so that the time does not tell which one came close.
    accepts: (given) => [...tokens].map((token) => sameToken(given, token)).some((same) => same),
  };
}
