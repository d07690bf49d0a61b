import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEml } from '#shared/rules/workspace/eml.ts';

const at = '2026-11-26T22:00:00.000Z';
const iris = { name: 'Iris Lindqvist', email: 'iris@harbour.example' };

/** What a mail program makes of the head: folded lines joined, encoded words read. */
function read(eml: string) {
  const [head = '', ...rest] = eml.split('\r\n\r\n');
  const lines = head.replaceAll('\r\n ', ' ').split('\r\n');
  const names = lines.map((line) => line.slice(0, line.indexOf(':')));
  const value = (name: string) => {
    const found = lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    return found
      .replace(/\?= =\?/g, '?==?')
      .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_all, word: string) => decoded(word));
  };
  return { names, value, body: rest.join('\r\n\r\n') };
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

describe('a message as a file', () => {
  it('has one head, an unsent mark and the text in UTF-8', () => {
    const eml = writeEml({
      to: [iris],
      subject: 'Ihre Entscheidung: Prüfung',
      text: 'שלום\nzwei',
      at,
    });
    const { names, value, body } = read(eml);
    expect(names).toEqual([
      ...['To', 'Subject', 'Date', 'X-Unsent', 'MIME-Version'],
      ...['Content-Type', 'Content-Transfer-Encoding'],
    ]);
    expect(value('Subject')).toBe('Ihre Entscheidung: Prüfung');
    expect(value('Date')).toBe('Thu, 26 Nov 2026 22:00:00 +0000');
    expect(value('To')).toBe('Iris Lindqvist <iris@harbour.example>');
    expect(decoded(body)).toBe('שלום\r\nzwei');
  });

  it('lets no text become a header, an address or a boundary', () => {
    const eml = writeEml({
      to: [
        { name: 'Iris\r\nBcc: all@evil.example', email: 'iris@harbour.example' },
        { name: 'Jon', email: 'jon@harbour.example>\r\nBcc: <all@evil.example' },
        { name: 'Ana" <all@evil.example>', email: 'ana@harbour.example' },
      ],
      subject: 'Go\r\nBcc: all@evil.example\r\n\r\nnew body\u2028x',
      text: '--=_slipway_part_=--\r\nBcc: all@evil.example',
      html: '<p>--=_slipway_part_=</p>',
      at,
    });
    expect(eml).not.toContain('evil.example');
    expect(read(eml).names.filter((name) => name === 'Bcc')).toEqual([]);
    expect(read(eml).value('To')).not.toContain('jon@');
    expect(eml.match(/--=_slipway_part_=/g)).toHaveLength(3);
  });

  it('keeps every line short and gives any subject back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (subject) => {
        const eml = writeEml({ to: [iris], subject, text: subject, at });
        expect(Math.max(...eml.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
        const clean = subject.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
        expect(read(eml).value('Subject')).toBe(clean.toWellFormed());
      }),
      { numRuns: 50 },
    );
  });
});
