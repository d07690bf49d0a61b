import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { xlsxOf, zipOf } from '../../support/xlsx.ts';

async function setUp() {
  const app = startTestApp();
  const cast = await buildWorkspace(app);
  const file = (content: Buffer) => {
    const path = join(app.folder, 'plan.xlsx');
    writeFileSync(path, content);
    return { file: { path } };
  };
  return { app, file, me: cast.mara.id };
}

test('a workbook with a title, merged cells, two rows of headings and formulas is read', async () => {
  const { app, file, me } = await setUp();
  const content = xlsxOf(
    { name: 'Notes', rows: [['Nothing to see']] },
    {
      name: 'Plan',
      merges: ['A1:E1', 'A2:B2', 'C2:D2'],
      rows: [
        ['Releases of the first quarter', null, null, null, null],
        ['Release', null, 'Planned start', null, 'Change'],
        ['Name', 'Type', 'Date', 'Time', 'Number'],
        [
          { formula: 'A9&" 4.3"', value: 'Payments 4.3' },
          'minor',
          { date: '2027-01-14' },
          { date: '1899-12-30T22:30' },
          'CHG1',
        ],
        ['=cmd|calc', 'patch', { date: '2027-02-03' }, { date: '1899-12-30T06:00' }, 'CHG2'],
      ],
    },
  );
  const seen = await app.call('imports.preview', { source: file(content) }, me);
  expect(seen.sheet).toBe('Plan');
  expect(seen.reading).toMatchObject({
    kind: 'releases',
    headings: { row: 3, rows: 2 },
    columns: ['name', 'type', 'start', 'startTime', 'changeNumber'],
  });
  expect(seen.rows.map(({ name, facts }) => [name, facts[3]])).toEqual([
    ['Payments 4.3', 'Thu 14 Jan 2027 22:30 London'],
    ['=cmd|calc', 'Wed 3 Feb 2027 06:00 London'],
  ]);
  expect(seen.assumed.join(' ')).toMatch(/Rows 2 and 3 .* 3 merged areas.* 1 cell with a formula/);
});

test('a workbook that would take all the memory is refused before it is unpacked', async () => {
  const { app, file, me } = await setUp();
  const bomb = zipOf(
    { 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': '<worksheet/>' },
    { 'xl/worksheets/sheet1.xml': 4_000_000_000 },
  );
  const refused = await app.refused('imports.preview', { source: file(bomb) }, me);
  expect(refused.message).toContain('unpacks to 4,000 MB; at most 300 MB');

  const far = xlsxOf({
    name: 'Plan',
    rows: [['Release'], [...Array<null>(16_000).fill(null), 'x']],
  });
  const corner = await app.refused('imports.preview', { source: file(far) }, me);
  expect(corner.message).toContain('16,001 columns; at most 200');

  const broken = await app.refused(
    'imports.preview',
    { source: file(Buffer.from('504b0304ffff', 'hex')) },
    me,
  );
  expect(broken.message).toContain('no workbook that can be read');
});
