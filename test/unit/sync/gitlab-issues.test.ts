import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { gitlabIssues } from '../../support/answers/trackers.ts';

const issue = gitlabIssues.issues;

describe('an issue of GitLab', () => {
  it.each([
    ['opened', 'queued'],
    [' Closed ', 'succeeded'],
    ['locked', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (state, status) => {
    const { rows } = normalise('gitlab-issues', 'issues', [{ ...issue, state }]);
    expect(rows).toMatchObject([{ status, rawStatus: state, externalId: '76', key: '#6' }]);
  });

  it('that was moved says where it goes on', () => {
    const { rows, warnings } = normalise('gitlab-issues', undefined, { ...issue, moved_to_id: 99 });
    expect(rows).toMatchObject([{ status: 'succeeded', warnings: true }]);
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('issue 99') }]);
  });

  it('is read with labels as objects, and told from a merge request', () => {
    const detailed = { ...issue, labels: [{ id: 1, name: 'bug' }], assignees: [] };
    expect(normalise('gitlab-issues', undefined, [detailed]).rows).toMatchObject([
      { labels: ['bug'], assignee: null },
    ]);
    const merge = { ...issue, source_branch: 'x' };
    expect(() => normalise('gitlab-issues', undefined, [merge])).toThrow(/Expected an answer/);
  });
});
