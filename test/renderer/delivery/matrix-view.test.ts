import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#shared/model/delivery/matrix.ts';
import {
  addressOf,
  askedOf,
  viewOf,
} from '../../../renderer/features/delivery/matrix/matrix-view.ts';
import { cellText } from '../../../renderer/features/delivery/matrix/matrix-words.ts';

const id = '0190a0a0-0000-7000-8000-000000000001';

describe('the address of the matrix', () => {
  it('carries the day, what is narrowed and the open cell, and leaves out what is usual', () => {
    const search = {
      ...{ on: '2026-11-20', show: 'drifting', service: `${id},${id}`, team: id },
      ...{ kind: 'staging,production', sel: id, env: id },
    };
    expect(addressOf(viewOf(search))).toEqual(search);
    expect(addressOf(viewOf({}))).toEqual({});
    expect(askedOf(viewOf(search))).toEqual({
      ...{ at: '2026-11-20', serviceIds: [id, id], teamIds: [id], drifting: true },
      kinds: ['staging', 'production'],
    });
    expect(askedOf(viewOf({}))).toEqual({ drifting: false });
  });

  it.each(['2026-02-30T00', 'yesterday', '0001-01-01', '2026-13-01'])(
    'is that of now where %s is no day',
    (on) => {
      expect(viewOf({ on }).on).toBeNull();
    },
  );

  it('leaves out what is no id and no kind', () => {
    expect(addressOf(viewOf({ service: '<b>', kind: 'moon', sel: 'x', show: 'none' }))).toEqual({});
  });
});

describe('a cell that is copied', () => {
  const stands: NonNullable<MatrixCell['stands']> = {
    ...{ serviceId: id, environmentId: id, version: '4.2.0', commit: null, release: 'Payments' },
    ...{ since: '2026-11-20T10:30:00.000Z', firstAt: '2026-11-20T10:30:00.000Z', releaseId: id },
    ...{
      asOf: '2026-11-20T10:30:00.000Z',
      deploymentId: id,
      how: 'deployed',
      source: 'recorded',
      imported: null,
    },
  };

  it('says the version, since when, what drifts and what is under way on one line', () => {
    const drift = [{ kind: 'never-in-staging' as const, why: '' }];
    const underWay = {
      ...{ deploymentId: id, releaseId: id, release: 'Payments', version: '4.3.0' },
      imported: null,
      startedAt: '2026-11-21T10:30:00.000Z',
    };
    expect(cellText({ stands, drift, ahead: null, underWay })).toBe(
      '4.2.0 · since 2026-11-20 · never in staging · 4.3.0 under way',
    );
    expect(cellText(null)).toBe('');
  });
});
