import { describe, expect, it } from 'vitest';
import { evaluateMeasure } from '#shared/rules/measures/evaluate.ts';
import { rowsOfServices } from '#shared/rules/measures/scoped-rows.ts';
import type { ReleasedDeployment, ReleasedRows } from '#shared/rules/measures/scoped-rows.ts';

const at = (day: number, hour = 0) => Date.UTC(2026, 10, day, hour);

function out(
  id: string,
  releaseId: string,
  day: number,
  more: Partial<ReleasedDeployment> = {},
): ReleasedDeployment {
  return {
    ...{ id, releaseId, type: 'minor', environment: 'production' },
    ...{ result: 'succeeded', startedAt: at(day, 22), finishedAt: at(day, 23), ...more },
  };
}

function rows(more: Partial<ReleasedRows>): ReleasedRows {
  return {
    ...{ deployments: [], incidents: [], changes: [], releases: [] },
    serviceIdsOf: (id) => (id.startsWith('other') ? ['other'] : ['pay', 'ledger']),
    ...more,
  };
}

describe('the rows of some services', () => {
  it('count a release of several services once, and none of other services', () => {
    const deployments = [out('d1', 'r1', 1), out('d2', 'other', 2)];
    const own = rowsOfServices(rows({ deployments }), ['pay', 'ledger']);
    expect(own.deployments.map(({ id }) => id)).toEqual(['d1']);
  });

  it('take a hotfix for a fix of what went to production before it, of another release', () => {
    const deployments = [
      out('d1', 'r1', 1),
      out('d2', 'r2', 2, { environment: 'staging' }),
      out('d3', 'other', 3),
      out('d4', 'r4', 4, { type: 'hotfix', environment: 'staging' }),
      out('d5', 'r4', 4, { type: 'hotfix', result: 'failed' }),
      out('d6', 'r4', 5, { type: 'hotfix' }),
      out('d7', 'r7', 6),
    ];
    const own = rowsOfServices(rows({ deployments }), ['pay']);
    expect(own.deployments.map(({ id, fixOf }) => [id, fixOf])).toEqual([
      ['d1', null],
      ['d2', null],
      ['d4', null],
      ['d5', 'd1'],
      ['d6', 'd1'],
      ['d7', null],
    ]);
  });

  it('tie an incident to the last live deployment of its release, or to the one named', () => {
    const deployments = [
      out('d1', 'r1', 1),
      out('d2', 'r1', 2),
      out('d3', 'r1', 3, { result: 'failed' }),
      out('d4', 'r2', 4),
    ];
    const noted = { severity: 'high' as const, resolvedAt: null, releaseId: 'r1' };
    const incidents = [
      { ...noted, id: 'i1', createdAt: at(5), deploymentId: null },
      { ...noted, id: 'i2', createdAt: at(5), deploymentId: 'd1' },
      { ...noted, id: 'i3', createdAt: at(1), deploymentId: null },
    ];
    const own = rowsOfServices(rows({ deployments, incidents }), ['pay']);
    expect(own.incidents.map(({ id, deploymentId }) => [id, deploymentId])).toEqual([
      ['i1', 'd2'],
      ['i2', 'd1'],
      ['i3', null],
    ]);
  });

  it('bring a change to users with the first live deployment of its release', () => {
    const deployments = [
      out('d1', 'r1', 2, { result: 'failed' }),
      out('d2', 'r1', 3),
      out('d3', 'r1', 9),
      out('d4', 'r2', 4, { result: null, finishedAt: null }),
    ];
    const change = (id: string, releaseId: string, firstCommitAt: number | null) => ({
      ...{ id, releaseId, firstCommitAt, commit: id, mergedAt: at(1) },
    });
    const changes = [
      change('c1', 'r1', at(1, 23)),
      change('squashed', 'r1', null),
      change('c3', 'r2', at(1)),
      change('c4', 'r3', at(1)),
    ];
    const own = rowsOfServices(rows({ deployments, changes }), ['pay']);
    const window = { from: at(1), to: at(20), timeZone: 'UTC' };
    const lead = evaluateMeasure('leadTimeForChanges', own, window);
    expect(lead.rows.map(({ id, minutes }) => [id, minutes])).toEqual([['c1', 48 * 60]]);
    expect(lead.excluded.map(({ id, reason }) => [id, reason])).toEqual([
      ['squashed', 'noCommit'],
      ['c3', 'linkedNotLive'],
    ]);
  });
});
