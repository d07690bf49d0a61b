import { isRecord } from '../record.ts';
import type { Answered } from '../reading/walk.ts';
import { unexpectedShape } from './refusal.ts';
import type { Octopus } from './source.ts';

export type Thing = Record<string, unknown>;

/** The rows of a page, `{ ItemType, TotalResults, Items: […] }`. Refuses another shape. */
export function itemsOf(octopus: Octopus, { body }: Answered, expected: string): unknown[] {
  const list = isRecord(body) ? body['Items'] : undefined;
  if (!Array.isArray(list)) throw unexpectedShape(octopus, expected, body);
  return list;
}

export function totalOf({ body }: Answered): number | null {
  const total = isRecord(body) ? body['TotalResults'] : null;
  return typeof total === 'number' && Number.isInteger(total) ? total : null;
}

/**
 * The address of the next page. A link to it can hold raw blanks, so its presence alone counts; rows
 * that come in meanwhile shift the pages, and are seen twice.
 */
export function nextPage(answer: Answered, count: number, take: number): string | null {
  const { body, url } = answer;
  const links = isRecord(body) ? body['Links'] : null;
  const target = new URL(url);
  const skip = Number(target.searchParams.get('skip') ?? 0) + (count === 0 ? take : count);
  const isLinked = isRecord(links) && typeof links['Page.Next'] === 'string';
  if (!isLinked && skip >= (totalOf(answer) ?? 0)) return null;
  target.searchParams.set('skip', String(skip));
  return target.href;
}
