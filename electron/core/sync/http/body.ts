import { Refusal } from '#shared/model/refusal.ts';
import type { Sent } from './way.ts';

/**
 * The whole body as bytes, counted after decompression while it streams, so that neither a huge
 * answer nor a small one that unpacks to gigabytes fills the memory. Refuses (`unavailable`) more
 * than `limit` bytes.
 */
export async function readBody(
  response: Sent,
  limit: number,
  provider: string,
  advice = 'Check that the base URL is the API root',
) {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return Buffer.alloc(0);
  for await (const part of response.body) {
    size += part.byteLength;
    // Leaving the loop cancels the body, which closes the connection.
    if (size > limit) throw new Refusal('unavailable', tooLarge(limit, provider, advice));
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

function tooLarge(limit: number, provider: string, advice: string): string {
  return `${provider} sent an answer of more than ${Math.round(limit / 1024 / 1024)} MiB. ${advice}`;
}
