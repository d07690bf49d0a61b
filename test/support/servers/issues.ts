import { githubIssues, gitlabIssues } from '../answers/trackers.ts';
import type { Exchange } from './reply.ts';

/** An issue in its tracker's own words. Tests may set any key, to any value, right or wrong. */
export type TrackerIssue = Record<string, unknown> & { updated_at: string };

export type TrackerState = {
  issues: TrackerIssue[];
  milestones: { number: number; title: string }[];
};

type Tracker = 'github-issues' | 'gitlab-issues';
type Facts = { number?: number; updated?: string; milestone?: string } & Record<string, unknown>;

/** An open issue of acme/shop, by its number there. */
export function aTrackerIssue(tracker: Tracker, facts: Facts = {}): TrackerIssue {
  const { number = 1, updated = '2026-02-01T09:00:00Z', milestone, ...more } = facts;
  const open = { closed_at: null, created_at: '2026-01-25T21:19:10Z', updated_at: updated };
  const shared = { ...open, milestone: milestone === undefined ? null : { title: milestone } };
  if (tracker === 'github-issues') {
    const url = `https://github.com/acme/shop/issues/${number}`;
    const own = { id: 4_294_967_300 + number, number, html_url: url, state: 'open' };
    return { ...githubIssues.issues, ...own, state_reason: null, ...shared, ...more };
  }
  const url = `https://gitlab.example.com/acme/shop/-/issues/${number}`;
  const own = { id: 7600 + number, iid: number, web_url: url, state: 'opened' };
  return { ...gitlabIssues.issues, ...own, ...shared, ...more };
}

/** What a question for issues finds, in the order it asks for; `since` is the name of the filter. */
export function listIssues(
  { url: { searchParams: query } }: Exchange,
  { issues, milestones }: TrackerState,
  since: 'since' | 'updated_after',
): TrackerIssue[] {
  const from = query.get(since);
  const labels = query.get('labels')?.split(',') ?? [];
  const asked = query.get('milestone');
  const title = milestones.find(({ number }) => String(number) === asked)?.title ?? asked;
  const isAscending = [query.get('direction'), query.get('sort')].includes('asc');
  return issues
    .filter((issue) => from === null || changedAt(issue) >= Date.parse(from))
    .filter((issue) => labels.every((label) => JSON.stringify(issue['labels']).includes(label)))
    .filter(({ milestone }) => title === null || JSON.stringify(milestone ?? '').includes(title))
    .toSorted((a, b) => (changedAt(a) - changedAt(b)) * (isAscending ? 1 : -1));
}

function changedAt(issue: TrackerIssue): number {
  return Date.parse(issue.updated_at);
}
