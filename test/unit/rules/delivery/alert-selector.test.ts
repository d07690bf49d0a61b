import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readSelector,
  selectorOf,
  selects,
} from '#shared/rules/delivery/monitoring/alert-selector.ts';

describe('Which alerts are meant', () => {
  it.each([
    ['service=payments-api', [['service', 'payments-api']]],
    [
      ' service = Payments API , env=prod ',
      [
        ['service', 'Payments API'],
        ['env', 'prod'],
      ],
    ],
    [
      '{service="a, b",team="x\\"y"}',
      [
        ['service', 'a, b'],
        ['team', 'x"y'],
      ],
    ],
    ['ünïcode=ß', [['ünïcode', 'ß']]],
    ['service=""', [['service', '']]],
  ])('is read from %s', (text, pairs) => {
    expect(readSelector(text)?.map(({ label, value }) => [label, value])).toEqual(pairs);
  });

  it.each([
    '',
    'payments',
    'service=',
    '=x',
    'service!=x',
    'service=~"x.*"',
    'a=b,',
    ',a=b',
    'a=b=c',
    'a="b',
    'a=b}',
  ])('is nothing in “%s”', (text) => {
    expect(readSelector(text)).toBeNull();
  });

  it('is all of the labels, by their exact value', () => {
    const both = readSelector('service=shop,env=prod') ?? [];
    expect(selects(both, { service: 'shop', env: 'prod', pod: 'a' })).toBe(true);
    expect(selects(both, { service: 'shop' })).toBe(false);
    expect(selects(both, { service: 'Shop', env: 'prod' })).toBe(false);
    expect(selects(readSelector('constructor=""') ?? [], {})).toBe(false);
  });

  it('reads back what is written for any value', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const read = readSelector(selectorOf('service', value));
        expect(read).toEqual([{ label: 'service', value }]);
      }),
    );
  });
});
