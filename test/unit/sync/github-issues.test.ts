import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { githubIssues } from '../../support/answers/trackers.ts';

const issue = githubIssues.issues;

describe('an issue of GitHub', () => {
  it.each([
    ['open', null, 'queued'],
    ['open', 'reopened', 'queued'],
    ['open', 'not_planned', 'queued'],
    ['closed', 'completed', 'succeeded'],
    [' Closed ', null, 'succeeded'],
    ['closed', '', 'succeeded'],
    ['closed', 'not_planned', 'skipped'],
    ['closed', 'duplicate', 'skipped'],
    ['closed', 'reopened', 'unknown'],
    ['closed', 'banana', 'unknown'],
    ['merged', 'completed', 'unknown'],
    ['', null, 'unknown'],
    [null, null, 'unknown'],
  ])('%s with reason %s is %s', (state, reason, status) => {
    const raw = { ...issue, state, state_reason: reason };
    const { rows } = normalise('github-issues', 'issue', raw);
    expect(rows).toMatchObject([{ status, rawStatus: state, rawResult: reason }]);
  });

  it('is keyed by its id, and read with nulls', () => {
    const bare = { ...issue, assignee: null, assignees: null, labels: null, milestone: null };
    expect(normalise('github-issues', undefined, [bare]).rows).toMatchObject([
      { externalId: '4294967301', key: '#12', assignee: null, labels: [], releases: [] },
    ]);
    expect(normalise('github-issues', undefined, [issue]).rows).toMatchObject([
      { assignee: 'ada', labels: ['bug'], releases: ['1.2.0'] },
    ]);
  });

  it('is told from pull requests, which are left out and counted', () => {
    const pull = { ...issue, id: 2, pull_request: { url: 'x' } };
    const { rows, warnings } = normalise('github-issues', undefined, [pull, issue, { ...pull }]);
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([{ at: '[0]', reason: expect.stringContaining('2 left out') }]);
  });

  it('is told from a milestone and from an error', () => {
    const milestone = { number: 1, title: '1.2.0', state: 'open', open_issues: 4 };
    for (const payload of [[milestone], { message: 'Not Found', status: '404' }]) {
      expect(() => normalise('github-issues', undefined, payload)).toThrow(/Expected an answer/);
    }
  });
});
