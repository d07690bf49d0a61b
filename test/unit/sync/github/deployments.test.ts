import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { github } from '../../../support/answers/github.ts';

const inactive = { ...github['deployment-statuses'], id: 3, state: 'inactive' };

describe('deployments of GitHub', () => {
  it('stand where their newest status says, and are queued before the first', () => {
    const told = (statuses: object[]) =>
      normalise('github', 'deployments', { ...github.deployments, statuses }).rows[0];
    const [newest, first] = github.deployments.statuses;
    expect(told([newest ?? {}])).toMatchObject({
      ...{ externalId: 'acme/shop/1170001234/2', status: 'succeeded', environment: 'production' },
      finishedAt: '2026-02-01T10:07:00.000Z',
    });
    expect(told([first ?? {}])).toMatchObject({ status: 'running', finishedAt: null });
    expect(told([])).toMatchObject({ status: 'queued', rawStatus: null });
  });

  it('keep what they were once a later one took their place', () => {
    const status = (payload: object[]) =>
      normalise('github', 'deployment-statuses', payload).rows.map((row) =>
        'status' in row ? row.status : '',
      );
    expect(status([inactive, github['deployment-statuses']])).toEqual(['succeeded', 'succeeded']);
    expect(status([inactive])).toEqual(['unknown']);
  });
});
