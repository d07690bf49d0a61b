import { isRecord } from '../record.ts';
import type { Answered } from '../reading/walk.ts';
import { unexpectedShape } from './refusal.ts';
import type { Azure } from './source.ts';

/** The rows of a page, `{ count, value: […] }`. Refuses another shape. */
export function listOf(azure: Azure, { body }: Answered, expected: string): readonly unknown[] {
  const list = isRecord(body) ? body['value'] : undefined;
  if (!Array.isArray(list)) throw unexpectedShape(azure, expected, body);
  return list;
}

/** The address of the next page; an empty page may have one, too. The token is no part of the origin. */
export function nextPage({ headers, url }: Answered): string | null {
  const token = headers.get('x-ms-continuationtoken') ?? '';
  if (token === '') return null;
  const target = new URL(url);
  target.searchParams.set('continuationToken', token);
  return target.href;
}
