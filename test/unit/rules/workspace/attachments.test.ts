import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { sizeInWords, sizeProblem } from '#shared/rules/workspace/attachment-size.ts';
import { isPicture, mediaTypeOf, unknownType } from '#shared/rules/workspace/media-types.ts';

const devices = /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i;

/** Any text a program can hold, halves of characters among them. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

describe('The name of an attached file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../x', 'x'],
    ['C:\\Users\\mara\\x.txt', 'x.txt'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['nul .tar.gz', '_nul .tar.gz'],
    ['COM1', '_COM1'],
    ['lpt³.log', '_lpt³.log'],
    ['CONSOLE.txt', 'CONSOLE.txt'],
    ['a.html', 'a.html'],
    ['name.', 'name'],
    [' spaced . . ', 'spaced'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['line\nbreak\u0000\u2028.txt', 'linebreak.txt'],
    ['what?*"<>|.txt', 'what______.txt'],
    ['file.txt:stream', 'file.txt_stream'],
    ['\ud800half.txt', '\ufffdhalf.txt'],
    ['שחרור.pdf', 'שחרור.pdf'],
    ['👩\u200d👩\u200d👧.png', '👩\u200d👩\u200d👧.png'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('of 5,000 characters keeps its ending and at most 120', () => {
    const name = safeFileName(`${'a'.repeat(5000)}.pdf`);
    expect(name).toHaveLength(119);
    expect(name.endsWith('.pdf')).toBe(true);
    // Ninety characters of three bytes each are too many for a disk that counts bytes.
    const wide = safeFileName(`${'漢'.repeat(90)}.pdf`);
    expect(new TextEncoder().encode(wide).length).toBeLessThan(256);
    expect(wide.endsWith('漢.pdf')).toBe(true);
    expect(safeFileName(`e${'\u0301'.repeat(5000)}`).length).toBeLessThanOrEqual(120);
  });

  it('is never a path, a device, nothing or too long, whatever it was', () => {
    const part = fc.oneof(
      anyText,
      fc.constantFrom('..', '/', '\\', 'CON', 'nul', '.', ' ', 'COM1', '\u202e', ':', '.txt'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const name = safeFileName(parts.join(''));
        expect(name).not.toMatch(/[/\\\p{Cc}<>:"|?*\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(devices);
        expect(name).not.toMatch(/[. ]$/);
        expect(['', '.', '..']).not.toContain(name);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
        // Safe once is safe: a name that goes through a second time stays as it is.
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 200 },
    );
  });
});

describe('The size of an attached file', () => {
  it('is refused at nothing and beyond 25 MB, with what to do', () => {
    expect(sizeProblem('a.log', 0)).toMatch(/a\.log is empty \(0 bytes\).*saved/);
    expect(sizeProblem('a.log', 1)).toBeNull();
    expect(sizeProblem('a.log', 25 * 1024 * 1024)).toBeNull();
    expect(sizeProblem('a.log', 25 * 1024 * 1024 + 1)).toMatch(
      /has 25\.1 MB.*at most 25 MB.*Compress/,
    );
    expect(sizeProblem('a.mp4', 2 * 1024 ** 3)).toContain('a.mp4 has 2 GB');
  });

  it('reads as people say it', () => {
    const sizes = [1, 999, 1024, 1500, 21_088, 25 * 1024 * 1024];
    expect(sizes.map(sizeInWords)).toEqual([
      ...['1 byte', '999 bytes', '1 kB', '1.5 kB', '21 kB', '25 MB'],
    ]);
  });
});

describe('The kind of an attached file', () => {
  const bytes = (...text: (string | number)[]) =>
    new Uint8Array(
      text.flatMap((each) => (typeof each === 'string' ? [...Buffer.from(each)] : [each])),
    );
  const png = bytes(0x89, 'PNG\r\n', 0x1a, 0x0a, 'rest');

  it('is what its name says only where its content agrees', () => {
    expect(mediaTypeOf('a.png', png)).toBe('image/png');
    expect(mediaTypeOf('a.PNG', png)).toBe('image/png');
    expect(mediaTypeOf('a.png', bytes('<svg onload=alert(1)>'))).toBe(unknownType);
    expect(mediaTypeOf('a.png', bytes(0x89))).toBe(unknownType);
    expect(mediaTypeOf('a.jpg', png)).toBe(unknownType);
    expect(mediaTypeOf('a.gif', bytes('GIF89a'))).toBe('image/gif');
    expect(mediaTypeOf('a.webp', bytes('RIFF', 1, 2, 3, 4, 'WEBP'))).toBe('image/webp');
    expect(mediaTypeOf('a.pdf', bytes('%PDF-1.7'))).toBe('application/pdf');
    expect(mediaTypeOf('a.pdf', bytes('<html>'))).toBe(unknownType);
    expect(mediaTypeOf('a.csv', bytes('a,b'))).toBe('text/csv');
  });

  it('is never one that a browser runs or draws from text', () => {
    for (const name of ['a.html', 'a.htm', 'a.svg', 'a.js', 'a.xhtml', 'a.xml', 'a', 'html']) {
      expect(mediaTypeOf(name, bytes('<script>alert(1)</script>'))).toBe(unknownType);
    }
    expect(isPicture('image/png')).toBe(true);
    expect(isPicture('image/svg+xml')).toBe(false);
    expect(isPicture(unknownType)).toBe(false);
  });
});
