import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsOfTable, tableOfRows } from '#shared/rules/planning/release-table.ts';
import { aRow } from './some-releases.ts';

it('rows that are packed into columns come back as they were', () => {
  const word = fc.string({ maxLength: 8 });
  const row = fc
    .record({
      ...{ id: fc.uuid(), ownerId: word, name: word, onHold: fc.boolean() },
      start: fc.option(fc.integer()),
      zone: fc.option(word),
      parent: fc.constantFrom(null, { id: 'p1', name: 'Winter' }, { id: 'p2', name: 'Spring' }),
      train: fc.constantFrom(null, { id: 't1', name: 'Weekly' }),
      services: fc.array(fc.record({ serviceId: word, version: word }), { maxLength: 3 }),
    })
    .map((parts) => aRow(parts));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      expect(rowsOfTable(tableOfRows(rows))).toEqual(rows);
    }),
  );
});
