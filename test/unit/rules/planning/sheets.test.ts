import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessColumns, orderInColumns } from '#shared/rules/planning/sheets/columns.ts';
import { readDate, readTime } from '#shared/rules/planning/sheets/dates.ts';
import { withMerges } from '#shared/rules/planning/sheets/grid.ts';
import { findHeadings, headingText, rowsBelow } from '#shared/rules/planning/sheets/headings.ts';
import {
  minutesOf,
  recurrenceOf,
  zoneOfWord,
} from '#shared/rules/planning/sheets/words-of-cells.ts';
import { readCells } from '#shared/rules/workspace/pasted-cells.ts';

const nobody = { person: () => false, service: () => false, environment: () => false };
const rowsOf = (text: string) => readCells(text, 1_000);

function columnsOf(text: string) {
  const rows = rowsOf(text);
  const found = findHeadings(rows, 'releases');
  const place = found?.place ?? { row: 0, rows: 1 as const };
  const body = rowsBelow(rows, place);
  return guessColumns('releases', found?.headings ?? [], body, nobody);
}

test.each([
  ['2026-11-26', '2026-11-26', null],
  ['2026-11-26T22:00:00Z', '2026-11-26', '22:00'],
  ['26.11.2026 22:00', '2026-11-26', '22:00'],
  ['04.03.26', '2026-03-04', null],
  ['Thu, 26 Nov 2026 at 10:30 pm', '2026-11-26', '22:30'],
  ['November 26th, 2026', '2026-11-26', null],
  ['26-Nov-26', '2026-11-26', null],
  ['46352.75', '2026-11-26', '18:00'],
])('%s is read as %s %s', (cell, date, time) => {
  expect(readDate(cell, null)).toMatchObject({ date, time });
});

test.each(['30/02/2026', 'soon', '26 Nov', '2026-13-01', '1/1/1026', '26/11/2026 25:00', '='])(
  '%s is refused with what to do',
  (cell) => {
    expect(readDate(cell, 'day-first')).toHaveProperty('problem');
  },
);

test('a date that can be read in two ways waits for one of its column that cannot', () => {
  expect(readDate('03/04/26', null)).toMatchObject({
    problem: expect.stringContaining('two ways'),
  });
  expect(readDate('03/04/26', 'day-first')).toMatchObject({ date: '2026-04-03' });
  expect(readDate('03/04/26', 'month-first')).toMatchObject({ date: '2026-03-04' });
  const order = (...cells: string[]) =>
    orderInColumns(
      ['name', 'start'],
      cells.map((cell, line) => ({ line, cells: ['13/04/26', cell] })),
    );
  expect(order('03/04/26', '05/06/26')).toEqual({ order: null, unclear: '03/04/26' });
  expect(order('03/04/26', '25/06/26').order).toBe('day-first');
  expect(order('03/04/26', '06/25/26').order).toBe('month-first');
  expect(order('04/04/26')).toEqual({ order: null, unclear: null });
});

test('every day reads the same in each way it is written', () => {
  const day = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', dayOf = ''] = iso.split('-');
      for (const [text, order] of [
        [`${dayOf}/${month}/${year}`, 'day-first'],
        [`${month}/${dayOf}/${year}`, 'month-first'],
        [`${dayOf}.${month}.${year}`, null],
        [`${year}/${month}/${dayOf}`, null],
      ] as const) {
        expect(readDate(text, order)).toEqual({ date: iso, time: null, offset: null });
      }
    }),
    { numRuns: 60 },
  );
});

test('no cell, whatever is in it, makes a reader fail or hang', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '=cmd|x',
      '<b>'.repeat(1_700),
      '1'.repeat(5_000),
      'every '.repeat(900),
      '٣/٤/٢٦',
    ),
  );
  fc.assert(
    fc.property(cell, (text) => {
      readDate(text, 'day-first');
      readTime(text);
      minutesOf(text, 'minutes');
      zoneOfWord(text);
      recurrenceOf(text);
    }),
    { numRuns: 150 },
  );
});

test('the order of columns does not matter', () => {
  const columns = [
    ['Release name', 'Payments 4.3', 'Ledger 1'],
    ['Change #', 'CHG001', 'CHG002'],
    ['Release Manager', 'Mara Okafor', 'Jon Bell'],
    ['Go-live', '2026-12-14', '2026-12-15'],
    ['Remarks', 'a', 'b'],
    ['Foo', 'x', 'x'],
  ];
  const named = new Map([
    ['Release name', 'name'],
    ['Change #', 'changeNumber'],
    ['Release Manager', 'owner'],
    ['Go-live', 'start'],
    ['Remarks', 'notes'],
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (order) => {
      const text = [0, 1, 2].map((row) => order.map((cells) => cells[row]).join('\t')).join('\n');
      expect(columnsOf(text)).toEqual(order.map(([heading = '']) => named.get(heading) ?? null));
    }),
    { numRuns: 40 },
  );
});

test('columns are known by their look where no heading says it', () => {
  expect(columnsOf('Payments 4.3\tCHG001\t2026-12-14\t22:00\tmajor')).toEqual([
    'name',
    'changeNumber',
    'start',
    'startTime',
    'type',
  ]);
});

test('a title above is no heading, and two rows of headings are read together', () => {
  const found = findHeadings(
    rowsOf('Plan of the quarter\n\n\tPlanned start\t\nRelease\tDate\tTime\nA\t2026-12-14\t22:00'),
    undefined,
  );
  expect(found).toMatchObject({ kind: 'releases', place: { row: 4, rows: 1 }, titles: 2 });
  const paired = findHeadings(
    rowsOf('Release\t\tGo-live\t\nName\tType\tDate\tTime\nA\tmajor\t2026-12-14\t22:00'),
    undefined,
  );
  expect(paired?.place).toEqual({ row: 2, rows: 2 });
  expect(paired?.headings.map(headingText)).toEqual([
    'Release · Name',
    'Release · Type',
    'Go-live · Date',
    'Go-live · Time',
  ]);
});

test('a merged value counts for each cell it covers, and a vast merge for none', () => {
  const sheet = {
    ...{ name: '', formulas: 0 },
    rows: [
      { line: 1, cells: ['A'] },
      { line: 2, cells: ['', 'B'] },
    ],
    merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
  };
  expect(withMerges(sheet).map(({ cells }) => cells)).toEqual([
    ['A', 'A'],
    ['A', 'A'],
  ]);
});

test('durations, zones and recurrences are read as people write them', () => {
  const minutes = ['90', '1:30', '1.5 h', '2 h 30 min', '1 day', 'soon'];
  expect(minutes.map((cell) => minutesOf(cell, 'minutes'))).toEqual([90, 90, 90, 150, 1440, null]);
  expect(minutesOf('1,5', 'hours')).toBe(90);
  expect(['London', 'CET', 'utc', 'America/Sao_Paulo', 'Atlantis/Deep'].map(zoneOfWord)).toEqual([
    'Europe/London',
    'Europe/Berlin',
    'UTC',
    'America/Sao_Paulo',
    null,
  ]);
  expect(
    ['once', 'every Friday', 'every Mon and Thu', 'RRULE:FREQ=DAILY;COUNT=3'].map(recurrenceOf),
  ).toEqual(['', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=DAILY;COUNT=3']);
  expect(['FREQ=SECONDLY', 'FREQ=DAILY;INTERVAL=0'].map(recurrenceOf)).toEqual([null, null]);
});
