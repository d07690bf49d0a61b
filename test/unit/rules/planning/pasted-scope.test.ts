import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedScope } from '#shared/rules/planning/pasted-scope.ts';
import type { PastedRow } from '#shared/rules/planning/pasted-scope.ts';

const mara = '0190a0a0-0000-7000-8000-000000000001';
const around = {
  people: [
    { id: mara, name: 'Mara Okafor', email: 'mara@harbour.example' },
    { id: '0190a0a0-0000-7000-8000-000000000002', name: 'Jon Bell' },
    { id: '0190a0a0-0000-7000-8000-000000000003', name: 'Jon Bell' },
  ],
  tickets: ['PAY-900'],
  today: '2026-11-24',
};

const read = (text: string) => readPastedScope(text, around);
const items = (text: string) =>
  read(text).rows.map((row) => (row.taken ? row.item : `${row.line}: ${row.reason}`));
const only = (text: string): PastedRow => {
  const [row] = read(text).rows;
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('a pasted list of lines', () => {
  it('takes the ticket in front of each title, and the marks of a list away', () => {
    const list = [
      'PAY-914 Store card aliases',
      '- PAY-915: Refunds in parts',
      '* [x] [PAY-916] Show the fee',
      '- [ ] [PAY-917](https://tracker.example/PAY-917) Open the till',
      '3. #42 – Count once',
      '',
      'No ticket at all',
    ].join('\r\n');
    expect(items(list)).toMatchObject([
      { ticket: 'PAY-914', title: 'Store card aliases', kind: 'feature', priority: 'should' },
      { ticket: 'PAY-915', title: 'Refunds in parts', status: 'open' },
      { ticket: 'PAY-916', title: 'Show the fee', status: 'done' },
      { ticket: 'PAY-917', title: 'Open the till', status: 'open' },
      { ticket: '#42', title: 'Count once' },
      { ticket: '', title: 'No ticket at all' },
    ]);
  });

  it('refuses a line without a title, and says which', () => {
    expect(items('PAY-914\nPAY-915 Refunds')).toMatchObject([
      '1: There is no title. Write one behind the ticket.',
      { ticket: 'PAY-915' },
    ]);
  });

  it('keeps a quote that is only a quote', () => {
    expect(items('"Pay now" does nothing\n"unclosed')).toMatchObject([
      { title: '"Pay now" does nothing' },
      { title: '"unclosed' },
    ]);
  });
});

describe('a pasted range of a spreadsheet', () => {
  it('goes by its heading, whatever the order, and says which columns it left out', () => {
    const text = [
      'Issue Type\tIssue key\tSummary\tPriority\tStatus\tAssignee\tCreated\tSprint',
      'Bug\tPAY-914\tStore card aliases\tHighest\tIn Review\tmara okafor\t2026-11-02T09:00:00+01:00\t24',
    ].join('\n');
    expect(read(text).leftOut).toEqual(['Sprint']);
    expect(items(text)).toEqual([
      {
        kind: 'fix',
        ticket: 'PAY-914',
        title: 'Store card aliases',
        note: '',
        priority: 'must',
        status: 'in-progress',
        ownerId: mara,
        ideaAt: '2026-11-02',
      },
    ]);
  });

  it('without a heading takes each cell for what it looks like', () => {
    expect(items('feature\tPAY-914\ttitle\tmust')).toMatchObject([
      { kind: 'feature', ticket: 'PAY-914', title: 'title', priority: 'must' },
    ]);
    expect(items('PAY-915\t5\tRefunds\tdone\tmara@harbour.example\t2026-10-01')).toMatchObject([
      { title: 'Refunds', status: 'done', ownerId: mara, ideaAt: '2026-10-01' },
    ]);
    expect(items('•\tFrom a letter\n1.\tNumbered')).toMatchObject([
      { title: 'From a letter' },
      { title: 'Numbered' },
    ]);
  });

  it('finds the ticket in the title where it has no column of its own', () => {
    expect(items('Title\tPriority\nPAY-914 Store card aliases\tcould')).toMatchObject([
      { ticket: 'PAY-914', title: 'Store card aliases', priority: 'could' },
    ]);
  });

  it('reads quoted cells with tabs, quotes and line breaks in them, and counts lines rightly', () => {
    const text = 'Ticket\tTitle\tNote\r\nPAY-1\t"Two\r\nlines"\t"say ""no"""\r\nPAY-2\t\t\r\n';
    expect(read(text).rows).toMatchObject([
      { line: 2, item: { title: 'Two lines', note: 'say "no"' } },
      { line: 4, taken: false },
    ]);
  });

  it('cannot be swallowed by a quote that is never closed', () => {
    expect(items('PAY-1\t"open\nPAY-2\tNext')).toMatchObject([
      { title: '"open' },
      { title: 'Next' },
    ]);
  });
});

describe('what a row says that an item cannot have', () => {
  it.each([
    ['spike\tPAY-1\tTitle', 'Kind\tTicket\tTitle', '“spike” is no kind: taken as a feature.'],
    ['soon\tTitle', 'Priority\tTitle', '“soon” is no priority: taken as should.'],
    ['odd\tTitle', 'Status\tTitle', '“odd” is no status: taken as open.'],
    [
      'Nobody Here\tTitle',
      'Owner\tTitle',
      '“Nobody Here” is no person of this workspace: it gets no owner.',
    ],
    [
      'Jon Bell\tTitle',
      'Owner\tTitle',
      '“Jon Bell” is no person of this workspace: it gets no owner.',
    ],
    [
      '24/11/2026\tTitle',
      'Idea date\tTitle',
      '“24/11/2026” is no date such as 2026-11-24: it gets no idea date.',
    ],
    [
      '2026-02-30\tTitle',
      'Idea date\tTitle',
      '“2026-02-30” is no date such as 2026-11-24: it gets no idea date.',
    ],
    ['2026-11-25\tTitle', 'Idea date\tTitle', '“2026-11-25” lies ahead: it gets no idea date.'],
  ])('%s is taken, and says what became of it', (row, heading, caution) => {
    expect(only(`${heading}\n${row}`)).toMatchObject({ taken: true, cautions: [caution] });
  });

  it('is left out where nothing says what it is', () => {
    expect(only('PAY-1\tTitle\tTeam Blue')).toMatchObject({
      cautions: ['“Team Blue” was left out.'],
    });
  });

  it.each([
    ['x'.repeat(5000), 'The title is longer than 200 characters; shorten it.'],
    [`Title\tTicket\nA\t${'P'.repeat(61)}`, 'The ticket is longer than 60 characters; shorten it.'],
    ['NUL \0 inside', 'The title has a line break; keep it on one line.'],
    [
      'Title\tStatus\nOld idea\tWon’t do',
      '“Won’t do” is not to be shipped, so it is no part of a scope.',
    ],
    [
      "Title\tPriority\nOld idea\twon't",
      "“won't” is not to be shipped, so it is no part of a scope.",
    ],
  ])('refuses %# with the reason', (text, reason) => {
    expect(only(text)).toMatchObject({ taken: false, reason });
  });

  it('keeps hostile text as text', () => {
    const formula = '=HYPERLINK("https://evil.example";"Click")';
    const page = '<img src=x onerror=alert(1)>';
    const turned = 'a\u202Eb שלום e\u0301';
    expect(items([formula, page, turned].join('\n'))).toMatchObject([
      { title: formula },
      { title: page },
      { title: turned },
    ]);
  });

  it('marks tickets that are there already, in the scope or further up', () => {
    expect(read('PAY-900 Known\nPAY-1 One\nPAY-1 Two').rows).toMatchObject([
      { repeats: true, cautions: ['PAY-900 is in the scope already.'] },
      { repeats: false, cautions: [] },
      { repeats: true, cautions: ['PAY-1 stands in line 2 already.'] },
    ]);
  });
});

describe('a long paste', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `PAY-${index + 1} Item`).join('\n');

  it('takes 500 rows and says of each further one that it waits for the next paste', () => {
    const { rows } = read(lines(501));
    expect(rows.filter(({ taken }) => taken)).toHaveLength(500);
    expect(rows.at(-1)).toMatchObject({ line: 501, taken: false });
    expect(items(lines(501)).at(-1)).toContain('At most 500');
  });

  it('is not read to its end when somebody pasted the wrong thing', () => {
    const { rows } = read(lines(50_000));
    expect(rows).toHaveLength(2001);
    expect(rows.at(-1)).toMatchObject({ line: 2001, text: '…', taken: false });
  });

  it('has a row or a reason for every line that says something, whatever it says', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('must', 'PAY-1', '"', '""', '\t'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (table) => {
        const { rows } = read(table.map((row) => row.join('\t')).join('\n'));
        for (const row of rows) {
          if (row.taken) expect(row.item.title.trim()).not.toBe('');
          else expect(row.reason).toMatch(/\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads back what a spreadsheet writes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', '\t', ' ') });
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const titles = fc.array(
      text.map((words) => `x${words}`),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(titles, (cells) => {
        const pasted = ['Ticket\tTitle', ...cells.map((cell) => `PAY-1\t${quoted(cell)}`)].join(
          '\n',
        );
        const found = read(pasted).rows.flatMap((row) => (row.taken ? [row.item.title] : []));
        const wanted = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
        expect(found).toEqual(wanted);
      }),
    );
  });
});
