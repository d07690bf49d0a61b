import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { ticketsOf } from '../reading/tickets.ts';
import type { Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { issues } from './issues.ts';
import { fields } from './question.ts';
import { unexpectedShape } from './refusal.ts';
import type { Jira } from './source.ts';

/** How the pages of a search are asked for, one way for each of the two Jiras. */
export type Search = {
  first: string;
  read(answer: Answered): {
    rows: NormalisedTicket[];
    warnings: { at: string; reason: string }[];
    total: number | null;
    next: string | null;
  };
};

const pageSize = 100;

export function searchOf(jira: Jira, isCloud: boolean, jql: string, size = pageSize): Search {
  return isCloud ? cloudSearch(jira, jql, size) : serverSearch(jira, jql, size);
}

/** The cloud gives a token for the page after; an empty page can have one. It says no total. */
function cloudSearch(jira: Jira, jql: string, size: number): Search {
  const url = (token: string | null) => {
    const query = new URLSearchParams({ jql, fields, maxResults: String(size) });
    if (token !== null) query.set('nextPageToken', token);
    return `${jira.baseUrl}/rest/api/3/search/jql?${query}`;
  };
  return {
    first: url(null),
    read({ body }) {
      const { rows, warnings, page } = pageOf(jira, body);
      const token = page['nextPageToken'];
      const goesOn = page['isLast'] !== true && typeof token === 'string' && token !== '';
      return { rows, warnings, total: null, next: goesOn ? url(token) : null };
    },
  };
}

/**
 * A server counts from the first issue, and may send fewer than asked for. An issue that changes while
 * the pages are read moves to the end, and those behind it move up: each page begins with the last of
 * the one before, and where it does not, it is read again from further up.
 */
function serverSearch(jira: Jira, jql: string, size: number): Search {
  const url = (startAt: number) => {
    const page = { startAt: String(startAt), maxResults: String(size) };
    return `${jira.baseUrl}/rest/api/2/search?${new URLSearchParams({ jql, fields, ...page })}`;
  };
  const seen = new Set<string>();
  let from = 0;
  let overlaps = false;
  let stepsBack = 0;
  const nextFrom = (listed: readonly unknown[], total: number | null): number | null => {
    const ids = listed.map(idOf);
    const hasGap = overlaps && ids[0] !== undefined && !seen.has(ids[0]);
    for (const each of ids) seen.add(each);
    if (hasGap) {
      stepsBack += 1;
      // Never at the first, nor at the same place twice: that address was read before.
      return Math.max(stepsBack, from - ids.length - stepsBack);
    }
    const end = from + ids.length;
    const isLast = total === null ? ids.length < 2 : end >= total;
    if (ids.length === 0 || isLast) return null;
    overlaps = ids.length > 1;
    return overlaps ? end - 1 : end;
  };
  return {
    first: url(0),
    read({ body }) {
      const { rows, warnings, page, listed } = pageOf(jira, body);
      const said = page['total'];
      const total = typeof said === 'number' ? said : null;
      const next = nextFrom(listed, total);
      from = next ?? from;
      return { rows, warnings, total, next: next === null ? null : url(next) };
    },
  };
}

function pageOf(jira: Jira, body: unknown) {
  const listed = isRecord(body) ? body['issues'] : undefined;
  if (!isRecord(body) || !Array.isArray(listed)) {
    throw unexpectedShape(jira, 'a page of issues', body);
  }
  const { rows, warnings } = readAnswer('Jira', [issues], 'issues', body);
  const all: readonly unknown[] = listed;
  return { rows: ticketsOf(rows), warnings, page: body, listed: all };
}

function idOf(issue: unknown): string {
  return isRecord(issue) ? String(issue['id']) : '';
}
