import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { RateLimited } from '../http/answer.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import type { Answered } from '../reading/walk.ts';
import { ask } from './ask.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import type { Registry } from './source.ts';

/** Registries give fewer where they want to. */
export const tagsPerPage = 100;

const page = z.object({ name: z.string(), tags: z.array(z.unknown()).nullish() });

export type TagPage = { tags: unknown[]; next: string | null; answer: Answered };

export function firstTags({ root }: Registry, name: string): string {
  return `${root}/${name}/tags/list?n=${tagsPerPage}`;
}

/** One page of the tags of a repository. */
export async function tagPage(
  registry: Registry,
  name: string,
  url: string,
): Promise<TagPage | RateLimited> {
  const answer = await ask(registry, name, url);
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused') throw refusalOf(registry, name, answer);
  const found = page.safeParse(answer.kind === 'ok' ? answer.body : null);
  if (answer.kind !== 'ok' || !found.success) {
    throw unexpectedShape(registry, 'a list of tags', answer.kind === 'ok' ? answer.body : null);
  }
  const tags = found.data.tags ?? [];
  return { tags, answer, next: nextPage(answer.headers, answer.url, registry.given) };
}

export type TagList = {
  tags: unknown[];
  /** The server's clock at the beginning, epoch milliseconds. */
  startedAt: number;
};

/**
 * All tags of a repository. Where a full page has no link to the next one, the tags behind its last
 * one are asked for: some registries link nothing, and some send all there is whatever is asked.
 */
export async function allTags(registry: Registry, name: string): Promise<TagList | RateLimited> {
  const guard = createPageGuard();
  const tags = new Set<unknown>();
  let startedAt: number | null = null;
  let url: string | null = firstTags(registry, name);
  while (url !== null && guard.enter(url)) {
    const read: TagPage | RateLimited = await tagPage(registry, name, url);
    if ('kind' in read) return read;
    startedAt ??= read.answer.serverNow;
    const before = tags.size;
    for (const tag of read.tags) tags.add(tag);
    const isMore = read.next === null && read.tags.length >= tagsPerPage && tags.size > before;
    url = isMore ? behind(registry, name, read.tags.at(-1)) : read.next;
  }
  if (startedAt === null) throw new Refusal('internal', `No page of ${name} was read`);
  return { tags: [...tags], startedAt };
}

function behind(registry: Registry, name: string, last: unknown): string | null {
  if (typeof last !== 'string') return null;
  return `${firstTags(registry, name)}&last=${encodeURIComponent(last)}`;
}
