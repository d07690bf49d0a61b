import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableAction } from '../../../renderer/components/data-table/table-keys.ts';
import { toTsv, tsvCell } from '../../../renderer/components/data-table/tsv.ts';
import { compareValues } from '../../../renderer/components/data-table/use-data-table.ts';

const press = (
  key: string,
  held: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('tableAction', () => {
  const middle = { cursor: 5, count: 100, page: 10 };

  it.each([
    ['j', 6],
    ['ArrowDown', 6],
    ['k', 4],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 99],
  ])('%s moves from row 5 to row %i', (key, to) => {
    expect(tableAction(press(key), middle)).toMatchObject({ kind: 'move', to });
  });

  it('starts at the first row when no row was pointed at', () => {
    expect(tableAction(press('j'), { ...middle, cursor: -1 })).toMatchObject({
      kind: 'move',
      to: 0,
    });
  });

  it('never leaves the rows, whatever is pressed', () => {
    const key = fc.constantFrom('j', 'k', 'PageUp', 'PageDown', 'Home', 'End');
    const count = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), count, (keys, rows) => {
        let cursor = -1;
        for (const one of keys) {
          const action = tableAction(press(one), { cursor, count: rows, page: 7 });
          if (action?.kind === 'move') cursor = action.to;
          expect(cursor).toBeLessThan(rows);
        }
        expect(cursor).toBeGreaterThanOrEqual(keys.length > 0 ? 0 : -1);
      }),
    );
  });

  it('moves nowhere in a table without rows', () => {
    expect(tableAction(press('j'), { cursor: -1, count: 0, page: 10 })).toBeNull();
  });

  it('copies with Ctrl+C and leaves a bare c alone', () => {
    expect(tableAction(press('c', { ctrlKey: true }), middle)).toEqual({ kind: 'copy' });
    expect(tableAction(press('c'), middle)).toBeNull();
  });
});

describe('tsvCell', () => {
  it.each(['=1+1', '+49', '-2', '@sum', '  =cmd', '＝1'])('disarms the formula %s', (text) => {
    expect(tsvCell(text)).toBe(`'${text}`);
  });

  it('keeps numbers numbers, negative ones too', () => {
    expect(tsvCell(-17)).toBe('-17');
  });

  it('keeps a text in its own cell', () => {
    expect(tsvCell('two\tparts\r\nand lines')).toBe('two parts and lines');
  });

  it('disarms a formula that hides behind a tab', () => {
    expect(tsvCell('\t=1+1')).toBe("' =1+1");
  });
});

it('toTsv writes a head and one line a row', () => {
  const columns = [
    {
      key: 'name',
      header: 'Release',
      value: (row: { name: string; late: number | null }) => row.name,
    },
    { key: 'late', header: 'Late, min', value: (row: { late: number | null }) => row.late },
  ];
  expect(
    toTsv(columns, [
      { name: 'Payments 4.2', late: null },
      { name: '=x', late: 3 },
    ]),
  ).toBe("Release\tLate, min\nPayments 4.2\t\n'=x\t3");
});

it('compareValues sorts 4.10 after 4.2 and small letters beside capitals', () => {
  expect(['4.10', '4.2', 'b', 'A'].toSorted(compareValues)).toEqual(['4.2', '4.10', 'A', 'b']);
  expect([10, 9, -1].toSorted(compareValues)).toEqual([-1, 9, 10]);
});
