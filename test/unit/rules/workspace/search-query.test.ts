import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { markedLine, termsIn } from '#shared/rules/workspace/search-marks.ts';
import {
  commitStart,
  matchAll,
  matchPhrase,
  releaseNumber,
  matchWords,
  searchTerms,
  wholeKey,
} from '#shared/rules/workspace/search-query.ts';

const typed = (text: string) => searchTerms(text).map(({ typed: words }) => words.join(' '));
const marked = (text: string, query: string) =>
  markedLine(text, searchTerms(query))
    .map(({ text: piece, marked: is }) => (is ? `[${piece}]` : piece))
    .join('');

describe('the words of a query', () => {
  it('are runs of letters and digits, each once, whatever stands between', () => {
    expect(typed(' pay  Pay "refund"* (NEAR) é ')).toEqual(['Pay', 'refund', 'NEAR', 'é']);
    expect(typed('PAY-914 4.2, payments/api')).toEqual(['PAY 914', '4 2', 'payments api']);
    expect(typed('🚀 “—” *** \0')).toEqual([]);
  });

  it('are few, and none is long', () => {
    const words = typed(Array.from({ length: 900 }, (_, n) => `word${n}`).join(' '));
    expect(words).toHaveLength(16);
    expect(typed('p'.repeat(5000))).toEqual(['p'.repeat(100)]);
  });

  it('make a query of beginnings that are all asked for', () => {
    expect(matchAll(searchTerms('pay "ref 4.2'))).toBe('"pay"* AND "ref"* AND "4 2"*');
    expect(matchWords(searchTerms('main.bui fix'), 3)).toBe('"main" AND "bui"* AND "fix"*');
    expect(matchWords(searchTerms('a 4.2'), 3)).toBeNull();
    expect(matchPhrase(searchTerms('PAY-914'))).toBe('"PAY 914"');
  });
});

describe('what is meant whole', () => {
  it('is the number of a release as people write it', () => {
    expect(['R-12', 'r12', '#12', ' 12 '].map(releaseNumber)).toEqual([12, 12, 12, 12]);
    expect(['R-', 'PAY-12', '12a', '1234567890'].map(releaseNumber)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is a ticket or change number with a digit in it, and one piece', () => {
    expect(wholeKey(' PAY-914')).toBe('pay-914');
    expect([wholeKey('payments'), wholeKey('pay 914')]).toEqual([null, null]);
  });

  it('is a commit from four hexadecimal digits on', () => {
    expect([commitStart('9F2C'), commitStart('9f2'), commitStart('9f2g1')]).toEqual([
      '9f2c',
      null,
      null,
    ]);
  });
});

describe('marks', () => {
  it('are on every word that begins as one of the query, accents and case aside', () => {
    expect(marked('Tomás repays a payment', 'TOMA pay')).toBe('[Tomás] repays a [payment]');
    expect(marked('See PAY-914, PAY-915', 'pay-914')).toBe('See [PAY-914], PAY-915');
  });

  it('keep a long text to one line around the first of them', () => {
    const line = marked(`${'before '.repeat(80)}refund\n${'after '.repeat(80)}`, 'refund');
    expect(line).toMatch(/^… (before )+\[refund\] after .* …$/);
    expect(line.length).toBeLessThan(180);
  });
});

describe('whatever is typed', () => {
  const database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE found USING fts5
    (title, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')`);
  const query = database.prepare('SELECT rowid FROM found WHERE found MATCH ?');
  afterAll(() => database.close());
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[-"*():^{}+ NEARandOT'pay0]*$/),
  );

  it('is a query SQLite takes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const words = searchTerms(text);
        if (words.length === 0) return;
        query.all(matchAll(words));
        const some = matchWords(words, 3);
        if (some !== null) query.all(some);
        query.all(matchPhrase(words));
        query.all(`title : (${matchAll(words)})`);
      }),
    );
  });

  it('finds a text by the beginning of any of its words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé0-9]{2,12}$/), fc.nat(20), (word, cut) => {
        const start = word.slice(0, 1 + (cut % word.length));
        expect(termsIn(`some ${word}, here`, searchTerms(start))).toHaveLength(1);
      }),
    );
  });

  it('leaves a text as it is, in pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), anything, (text, typedText) => {
        const parts = markedLine(text, searchTerms(typedText));
        const line = text.replace(/\s+/g, ' ').trim().toWellFormed();
        expect(parts.map((part) => part.text).join('')).toBe(line);
      }),
    );
  });
});
