import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { aRun, someRuns } from '../../support/servers/runs.ts';

describe('normalising without a server', () => {
  it.each([
    ['one run', aRun(), 1],
    ['a list', someRuns(3), 3],
    ['an empty list', [], 0],
    ['a page', { total_count: 3, workflow_runs: someRuns(3) }, 3],
    ['an empty page', { total_count: 0, workflow_runs: [] }, 0],
    ['pages in a list', [{ workflow_runs: someRuns(2) }, { workflow_runs: [] }], 2],
  ])('recognises %s by its shape, and takes it under either kind', (_name, payload, count) => {
    for (const kind of [undefined, 'workflow-run', 'workflow-runs']) {
      expect(normalise('github', kind, payload).rows).toHaveLength(count);
    }
  });

  it.each([
    ['an error', { message: 'Not Found', status: '404' }, /an error, “Not Found”/],
    ['text', 'runs', /found text/],
    ['nothing', null, /found null/],
    [
      'another provider’s',
      [{ id: 1, iid: 2, status: 'success', sha: 'a' }],
      /a list that begins with an object with id, iid, status, sha/,
    ],
  ])('refuses %s and says what was expected', (_name, payload, found) => {
    expect(() => normalise('github', undefined, payload)).toThrow(
      /Expected an answer of GitHub \(workflow-runs, jobs, /,
    );
    expect(() => normalise('github', undefined, payload)).toThrow(found);
  });

  it('refuses a kind it does not know with those it does', () => {
    expect(() => normalise('github', 'builds', [])).toThrow(
      'Expected the kind to be workflow-runs, jobs, deployments or deployment-statuses, found “builds”',
    );
  });

  it('believes a kind that was given: what is no run is a warning', () => {
    const { rows, warnings } = normalise('github', 'workflow-runs', [{ id: 1 }, aRun()]);
    expect([rows.length, warnings.length]).toEqual([1, 1]);
  });
});
