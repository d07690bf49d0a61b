import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../renderer/components/data-table/table-lines.ts';
import type { TableGroup, TableRelease } from '#shared/model/planning/release-table.ts';
import { groupOf } from '#shared/rules/planning/release-groups.ts';
import { aRow, rowNames } from './some-releases.ts';

const at = (instant: string) => Date.parse(instant);
const group = (by: TableGroup, row: Partial<TableRelease>) =>
  groupOf(aRow(row), by, rowNames).label;

describe('the group of a release', () => {
  it('is what its phase, type, owner, first service or risk says', () => {
    expect(group('phase', { phase: 'post-release' })).toBe('Post-release');
    expect(group('type', { type: 'hotfix' })).toBe('Hotfix');
    expect(group('owner', { ownerId: 'jon' })).toBe('Jon Bell');
    expect(group('service', {})).toBe('payments-api');
    expect(group('service', { services: [] })).toBe('Ships no service');
    expect(group('risk', { risk: { score: 16, band: 'critical' } })).toBe('Critical risk');
  });

  it('is the month of the start in the zone it is planned in', () => {
    expect(group('month', { start: at('2026-12-15T12:00:00Z') })).toBe('December 2026');
    const newYear = { start: at('2026-12-31T22:30:00Z'), zone: 'Asia/Tokyo' };
    expect(group('month', newYear)).toBe('January 2027');
    expect(group('month', { ...newYear, zone: 'Europe/London' })).toBe('December 2026');
    const first = { start: at('2026-03-01T03:00:00Z'), zone: 'America/New_York' };
    expect(group('month', first)).toBe('February 2026');
    expect(group('month', { start: null, zone: null })).toBe('No start planned');
  });
});

describe('the lines of a grouped table', () => {
  const rows = [
    aRow({ id: 'a', phase: 'build' }),
    aRow({ id: 'b', phase: 'planning' }),
    aRow({ id: 'c', phase: 'build' }),
  ].map((original) => ({ id: original.id, original }));
  const grouping = { by: 'phase', of: (row: TableRelease) => groupOf(row, 'phase', rowNames) };

  it('put groups in order of the phases and keep the order of rows within', () => {
    const lines = linesOf(rows, grouping, new Set());
    expect(lines.map((line) => (line.kind === 'group' ? line.label : line.id))).toEqual([
      ...['Planning', 'b', 'Build', 'a', 'c'],
    ]);
  });

  it('show the line alone of a group that is closed, and know its rows', () => {
    const lines = linesOf(rows, grouping, new Set(['phase:build']));
    expect(lines.at(-1)).toMatchObject({ label: 'Build', isOpen: false, rowIds: ['a', 'c'] });
    expect(lines).toHaveLength(3);
  });

  it('keep two groups that stand last apart by their names', () => {
    const of = ({ id }: TableRelease) => ({ key: id, label: id, order: Infinity });
    const lines = linesOf(rows.toReversed(), { by: 'x', of }, new Set());
    expect(lines.filter(({ kind }) => kind === 'group').map(({ id }) => id)).toEqual([
      ...['x:a', 'x:b', 'x:c'],
    ]);
  });
});
