import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, valuesIn } from './read.ts';

describe('an element that is damaged but whole', () => {
  it.each([
    ['a comma too many', '{"a":1,}'],
    ['a colon missing', '{"a" 1}'],
    ['a word JSON does not have', '{"a":NaN}'],
    ['an escape JSON does not have', '{"a":"\\x"}'],
    ['a tab in a text', '{"a":"\t"}'],
    ['a number that is none', '{"a":01}'],
    ['nothing after a colon', '{"a":}'],
  ])('is rejected alone: %s', async (_name, bad) => {
    for (const size of [1, 7, 1000]) {
      const { elements, rejected } = await readAll(`[{"n":1},${bad},{"n":2}]`, size);
      expect(elements.map(({ value }) => value)).toEqual([{ n: 1 }, { n: 2 }]);
      expect(rejected).toMatchObject([{ index: 1, offset: 9 }]);
      expect(rejected[0]?.reason).toMatch(/^is not valid JSON: /);
    }
  });

  it('is rejected alone when it goes deeper than any run', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    const { elements, rejected } = await readAll(`[1,${deep},2]`);
    expect(elements.map(({ value }) => value)).toEqual([1, 2]);
    expect(rejected[0]?.reason).toContain('deeper than 100 levels');
    const object = `{"a":${deep}}`;
    expect((await readAll(`${object}\n{"n":1}`)).rejected).toHaveLength(1);
  });
});

describe('a file that is damaged', () => {
  it.each([
    [
      'cut short in a list',
      '[{"a":1},{"b":',
      /ends at byte 14 inside something that begins at byte 9/,
    ],
    ['cut short after an element', '[{"a":1}', /ends at byte 8/],
    ['cut short after a comma', '[{"a":1},', /ends at byte 9/],
    ['cut short in a page', '{"list":[1]', /ends at byte 11/],
    ['cut short after a page’s list', '{"list":[1],', /ends at byte 12/],
    ['cut short in a text', '["abc', /ends at byte 5/],
    ['cut short in a word', '[tru', /ends at byte 4/],
    ['something after the end', '[1] x', /At byte 4 .*another list or object, found “x”/],
    ['a bracket after the end', '[1]]', /At byte 3 .*found “\]”/],
    ['a comma between documents', '{"a":1},{"b":1}', /At byte 7 .*found “,”/],
    ['two commas', '[1,,2]', /At byte 3 .*expected a value, found “,”/],
    ['a comma before the end', '[1,]', /At byte 3 .*expected a value, found “\]”/],
    ['no comma', '[1 2]', /At byte 3 .*expected a comma or \], found “2”/],
    ['a bracket too many in an element', '[{"a":1}},{"b":1}]', /At byte 8 .*found “}”/],
    [
      'a bracket too few',
      '[{"a":{"b":1},{"c":1}]',
      /At byte 21 .*other kind of bracket, found “\]”/,
    ],
    ['a bracket of the other kind', '[{"a":[1}],{"b":1}]', /At byte 8 .*found “}”/],
    ['a quote missing at the end', '[{"a":"x,"b":1},{"a":"y"}]', /At byte 10 .*found “b”/],
    ['a quote missing at the beginning', '[{"a":x","b":1}]', /At byte 6 .*found “x”/],
    ['a quote too many', '[{"a":"x""},{"a":"y"}]', /At byte 9 .*found “"”/],
    ['a text over two lines', '[{"a":"x\n"},1]', /At byte 6 .*closes on its line/],
    ['a name without quotes', '{"a":1,b:2}', /At byte 7 .*a name in quotes, found “b”/],
    ['no colon', '{"a";1}', /At byte 4 .*a colon, found “;”/],
    [
      'a page that is no JSON around its list',
      '{"x":tru,"list":[1]}',
      /the end of a page in valid JSON/,
    ],
    ['words', 'no JSON', /At byte 0 .*a list or an object, found “n”/],
    ['a web page', '<html>', /found “<”/],
    ['a NUL', '[\0]', /not whole JSON|expected a value/],
    ['nothing', '', /The file is empty/],
    ['blanks', ' \n ', /The file is empty/],
    ['UTF-16', Buffer.from('\uFEFF[1]', 'utf16le'), /written in UTF-16/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /packed with gzip/],
    ['zip', Buffer.from('PK\x03\x04'), /packed with zip/],
  ])('is refused with the byte where it shows: %s', async (_name, text, message) => {
    for (const size of [1, 5, 1000]) {
      const work = readAll(text, size);
      await expect(work).rejects.toMatchObject({ name: 'Refusal', code: 'invalid_input' });
      await expect(readAll(text, size)).rejects.toThrow(message);
    }
  });

  it('is refused when an element is larger than any run', async () => {
    const limits = { maxElementBytes: 1024 * 1024 };
    const large = `[1,"${'x'.repeat(2 * 1024 * 1024)}"]`;
    await expect(readAll(large, 4096, limits)).rejects.toThrow(/byte 3 .*larger than 1 MiB/);
    await expect(readAll(large, undefined, limits)).rejects.toThrow(/larger than 1 MiB/);
  });

  it('says where a quote went missing, not only that an element became large', async () => {
    const limits = { maxElementBytes: 1000 };
    const rest = ',{"a":"y"}'.repeat(200);
    await expect(readAll(`[{"a":"x}${rest}]`, 100, limits)).rejects.toThrow(/At byte 12 .*“a”/);
  });

  it('never gives values JSON.parse would not give, whatever one byte is changed to', async () => {
    const text = JSON.stringify([{ a: 'x"y', b: [1, 2] }, { c: null }, 'z\\', 4.5]);
    const byte = fc.constantFrom(...Buffer.from('{}[]",:\\ x1\n'));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), byte, async (at, value) => {
        const changed = Buffer.from(text);
        changed[at] = value;
        const read = await valuesIn(changed, 6).catch(() => null);
        if (read === null) return;
        expect(read).toEqual(JSON.parse(changed.toString()));
      }),
      { numRuns: 500 },
    );
  });
});
