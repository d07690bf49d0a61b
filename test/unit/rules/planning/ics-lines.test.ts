import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentLines,
  readLine,
  textsOf,
  unescapeText,
} from '#shared/rules/planning/ics/content-lines.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const linesOf = (bytes: Uint8Array) => [...contentLines(bytes)];

/** Folded after so many bytes, wherever that falls. */
function foldBytes(bytes: Uint8Array, every: number, ending: string): Uint8Array {
  const folded: number[] = [];
  bytes.forEach((byte, index) => {
    if (index > 0 && index % every === 0) folded.push(...encode(`${ending} `));
    folded.push(byte);
  });
  return Uint8Array.from(folded);
}

/** What a text can be cut or taken apart at, and characters of one to four bytes. */
const unit = fc.constantFrom(
  ...[
    'a',
    'n',
    'N',
    '\\',
    ';',
    ',',
    ':',
    '"',
    ' ',
    '\t',
    '\n',
    'é',
    '\u0301',
    '家',
    '🚢',
    '\u2028',
  ],
);

const typed = fc.string({ unit, maxLength: 60 }).map((text) => text.replaceAll('\n', ' '));

describe('the lines of a calendar file', () => {
  it('are whole again, wherever in a character they were folded', () => {
    fc.assert(
      fc.property(
        typed,
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        (text, every, ending) => {
          const line = `SUMMARY:${text}`;
          const file = foldBytes(encode(line), every, ending);
          expect(linesOf(file)).toEqual([line]);
        },
      ),
    );
  });

  it('give a text back as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const escaped = text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
        expect(unescapeText(escaped)).toBe(text);
      }),
    );
  });

  it('end as files of any system end them, and empty ones are none', () => {
    expect(linesOf(encode('A:1\r\nB:2\n\nC:3\rD:4'))).toEqual(['A:1', 'B:2', 'C:3', 'D:4']);
  });

  it('begin behind the mark of UTF-8, and bytes of no character stay harmless', () => {
    expect(linesOf(Uint8Array.from([0xef, 0xbb, 0xbf, 65, 58, 0xff]))).toEqual(['A:\ufffd']);
  });
});

describe('a line', () => {
  it('keeps a colon and a semicolon within quotation marks', () => {
    const line = readLine('dtstart;TZID="a;b:c";X-A=^n^\'^^:20260101');
    expect(line).toEqual({
      name: 'DTSTART',
      parameters: new Map([
        ['TZID', 'a;b:c'],
        ['X-A', '\n"^'],
      ]),
      value: '20260101',
    });
  });

  it.each(['no property', '', ':value', 'A B:1', 'DTSTART;TZID="open:1', '__proto__:x'])(
    'is none: %j',
    (text) => {
      expect(readLine(text)).toBeNull();
    },
  );

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        readLine(text);
        linesOf(encode(text));
      }),
    );
  });

  it('of categories is a list, of which a comma can be escaped', () => {
    expect(textsOf('HARD-FREEZE, a\\, b,,')).toEqual(['HARD-FREEZE', 'a, b']);
  });
});
