import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, valuesIn } from './read.ts';

const tricky = [
  { text: 'a "quoted" \\ back\\\\slash, [brackets] {braces} \n \u2028 ü 🚀' },
  { '': [], list: [[1, [2]], {}], nested: { list: [3] } },
  [],
  'text, with ] and }',
  -1.5e-7,
  true,
  null,
];

describe('the shapes a file can have', () => {
  const rows = tricky.map((value) => JSON.stringify(value)).join(',');
  it.each([
    ['a list', `[${rows}]`],
    ['a list over several lines', JSON.stringify(tricky, null, 2)],
    ['a page', `{"total_count":7,"list":[${rows}]}`],
    ['a page with its list first', `{"list":[${rows}],"total_count":7,"more":{"list":[1]}}`],
    ['a page over several lines', JSON.stringify({ total: 7, list: tricky }, null, '\t')],
    ['a byte order mark', `\uFEFF[${rows}]`],
    ['blanks around', ` \n\r\t[ ${rows.replaceAll('},', '} ,\n')} ]\n`],
  ])('is read from %s, wherever the pieces are cut', async (_name, text) => {
    for (let size = 1; size <= Buffer.byteLength(text); size += size < 40 ? 1 : 37) {
      expect(await valuesIn(text, size)).toEqual(tricky);
    }
  });

  it.each([
    ['pages one after the other', '{"list":[1,2]}{"list":[]}\n{"n":1,"list":[3]}', [1, 2, 3]],
    ['lists one after the other', '[1,2][] [3]', [1, 2, 3]],
    ['an object a line', '{"a":1}\n{"a":"}"}\n{}', [{ a: 1 }, { a: '}' }, {}]],
    [
      'an object that is no page',
      '{"a":{"list":[1]},"lists":[2]}',
      [{ a: { list: [1] }, lists: [2] }],
    ],
    ['a page without a list', '{"list":null}', [{ list: null }]],
    ['a page with two lists', '{"list":[1],"list":[2]}', [1, 2]],
    ['nothing in a list', '[]', []],
    ['nothing in a page', '{"list":[ ]}', []],
  ])('is read from %s', async (_name, text, values) => {
    for (const size of [1, 2, 3, 1000]) expect(await valuesIn(text, size)).toEqual(values);
  });

  it('gives each element’s number and the byte where it begins', async () => {
    const { elements } = await readAll('\uFEFF{"list":[{"ü":1}, 2]}\n{"list":[3]}', 5);
    expect(elements.map(({ index, offset }) => [index, offset])).toEqual([
      [0, 12],
      [1, 22],
      [2, 35],
    ]);
  });

  it('is what JSON.parse makes of it, for any values and any pieces', async () => {
    const values = fc.array(fc.jsonValue(), { maxLength: 8 });
    const spacing = fc.constantFrom(undefined, 1, '\t');
    await fc.assert(
      fc.asyncProperty(
        values,
        spacing,
        fc.integer({ min: 1, max: 99 }),
        async (list, space, size) => {
          const text = JSON.stringify(list, null, space);
          expect(await valuesIn(text, size)).toEqual(JSON.parse(text));
          expect(await valuesIn(`{"list":${text}}`, size)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 150 },
    );
  });
});
