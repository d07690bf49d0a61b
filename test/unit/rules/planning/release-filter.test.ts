import { describe, expect, it } from 'vitest';
import { tableView } from '#shared/model/planning/release-table.ts';
import { applicableView, filterReleases } from '#shared/rules/planning/release-filter.ts';
import { aRow, rowNames } from './some-releases.ts';

const all = tableView.parse({});
const rows = [
  aRow({ train: { id: 'weekly', name: 'Weekly train' } }),
  aRow({ name: 'Ledger 2', number: 2, type: 'patch', ownerId: 'jon', phase: 'build' }),
  aRow({
    ...{ name: 'Old', number: 3, phase: 'closed', outcome: 'released', services: [] },
    risk: { score: 16, band: 'critical' },
  }),
];
const found = (part: Partial<typeof all>) =>
  filterReleases(rows, { ...all, ...part }, rowNames).map(({ number }) => number);

describe('the filter of the releases', () => {
  it('takes every row while nothing is chosen', () => {
    expect(filterReleases(rows, all, rowNames)).toBe(rows);
  });

  it('takes a row that has any choice of a part, and fits every part', () => {
    expect(found({ types: ['minor', 'patch'] })).toEqual([1, 2, 3]);
    expect(found({ types: ['patch'] })).toEqual([2]);
    expect(found({ types: ['minor'], phases: ['closed'] })).toEqual([3]);
    expect(found({ owners: ['jon'], phases: ['planning'] })).toEqual([]);
  });

  it('knows service, risk and outcome; one still open has no outcome', () => {
    expect(found({ services: ['payments'] })).toEqual([1, 2]);
    expect(found({ bands: ['critical'] })).toEqual([3]);
    expect(found({ outcomes: ['released', 'cancelled'] })).toEqual([3]);
  });

  it('knows what a release is part of, by choice and by word', () => {
    expect(found({ wholes: ['weekly', 'other'] })).toEqual([1]);
    expect(found({ text: 'weekly' })).toEqual([1]);
  });

  it('finds a release by name, number, type, service, version and owner, by every word', () => {
    for (const text of ['payments 4.2', 'r-1', 'MARA payments-api', 'okafor 4.2.0']) {
      expect(found({ text }), text).toContain(1);
    }
    expect(found({ text: 'jon patch' })).toEqual([2]);
    expect(found({ text: 'mara ledger' })).toEqual([]);
  });
});

describe('a view that names what is gone', () => {
  const known = {
    people: new Set(['mara']),
    services: new Set(['payments']),
    columns: new Set(['name', 'start']),
  };

  it('is applied as far as it can be, and says how much was left out', () => {
    const view = tableView.parse({
      columns: ['name', 'mood'],
      sort: { key: 'mood', descending: true },
    });
    const narrowed = { ...view, owners: ['mara', 'gone'], services: ['gone'] };
    const { view: left, gone } = applicableView(narrowed, known);
    expect(left).toMatchObject({ owners: ['mara'], services: [], columns: ['name'], sort: null });
    expect(gone).toEqual({ people: 1, services: 1, columns: 1 });
  });

  it('is left as it is where all is there', () => {
    const view = tableView.parse({ sort: { key: 'start', descending: false }, group: 'owner' });
    expect(applicableView(view, known)).toEqual({
      view,
      gone: { people: 0, services: 0, columns: 0 },
    });
  });
});
