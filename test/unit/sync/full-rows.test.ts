import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedRow, sources } from '#shared/model/delivery/rows.ts';
import { normalise } from '#core/sync/entry.ts';
import { fullRows, wellSaid } from '../../support/answers/index.ts';

const cases = sources.flatMap((source) =>
  Object.entries(fullRows[source]).map(([kind, row]) => ({ source, kind, row })),
);

describe.each(cases)('$source $kind', ({ source, kind, row }) => {
  it('is read whole, alike with its kind and recognised, alone and in a list', () => {
    const told = normalise(source, kind, row);
    expect(told.warnings).toEqual([]);
    expect(told.rows.length).toBeGreaterThan(0);
    for (const each of told.rows) expect(normalisedRow.safeParse(each).error).toBeUndefined();
    expect(normalise(source, undefined, row).rows).toEqual(told.rows);
    expect(normalise(source, undefined, [row]).rows).toEqual(told.rows);
  });

  it('never fails with anything in it, and gives rows the model accepts', () => {
    const mutated = fc
      .dictionary(fc.constantFrom(...Object.keys(row)), fc.jsonValue(), { maxKeys: 6 })
      .map((changes) => ({ ...row, ...changes }));
    fc.assert(
      fc.property(fc.array(fc.oneof(mutated, fc.jsonValue()), { maxLength: 3 }), (payload) => {
        const { rows, warnings } = normalise(source, kind, payload);
        for (const each of rows) expect(normalisedRow.safeParse(each).error).toBeUndefined();
        for (const { at, reason } of warnings) expect(at && reason).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });

  it('is succeeded only where the provider said so', () => {
    const words = ['banana', '', null, 'SUCCEEDISH?', 'unheard-of'];
    const mutated = fc.dictionary(fc.constantFrom(...Object.keys(row)), fc.constantFrom(...words), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(mutated, (changes) => {
        for (const each of normalise(source, kind, { ...row, ...changes }).rows) {
          if (!('status' in each) || each.status !== 'succeeded') continue;
          expect(`${each.rawStatus} ${each.rawResult}`).toMatch(wellSaid);
          expect(words).not.toContain(each.rawStatus);
        }
      }),
      { numRuns: 100 },
    );
  });
});
