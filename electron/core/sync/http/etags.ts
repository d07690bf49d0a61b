/**
 * Remembers what a server said of a page, by address. Keep one for each connection and empty it when
 * the connection's token, base URL or repository changes: an ETag holds only for the token it was given to.
 * The value is opaque text.
 */
export type EtagStore = {
  get(url: string): string | undefined;
  set(url: string, validator: string): void;
};

/** Of a provider that has none, or whose lists must be read whole. */
export const noEtags: EtagStore = { get: () => undefined, set: () => undefined };

/** A page's ETag and the page after it: a 304 has neither body nor, often, a Link header. */
export type Validator = { etag: string; next: string | null };

// An ETag has no line breaks (RFC 9110 section 8.8.3) and neither has a parsed address.
export function writeValidator({ etag, next }: Validator): string {
  return next === null ? etag : `${etag}\n${next}`;
}

export function readValidator(text: string | undefined): Validator | null {
  if (text === undefined || text === '') return null;
  const [etag = '', next = null] = text.split('\n');
  return { etag, next };
}
