import { describe, expect, it } from 'vitest';
import { readInstant } from '#core/sync/instant.ts';

describe('a provider’s date', () => {
  it.each([
    ['2026-01-05T09:00:00Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:00.5Z', '2026-01-05T09:00:00.500Z'],
    ['2026-01-05T09:00:00.1234567Z', '2026-01-05T09:00:00.123Z'],
    ['2026-01-05T09:00:00.99Z', '2026-01-05T09:00:00.990Z'],
    ['2026-01-05T22:45:00+13:45', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:00.250+0000', '2026-01-05T09:00:00.250Z'],
    ['2026-01-04T23:30:00-09:30', '2026-01-05T09:00:00.000Z'],
    ['2024-02-29 00:00:00z', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each([null, undefined, '', '0001-01-01T00:00:00', '0001-01-01T00:00:00Z'])(
    'is none in %s',
    (text) => {
      expect(readInstant(text)).toBeNull();
    },
  );

  it.each([
    'yesterday',
    '2026-01-05',
    '2026-01-05T09:00:00',
    '2024-09-2T14:42:00Z',
    '2026-02-30T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-01-05T24:00:00Z',
    '2026-01-05T09:60:00Z',
    '2026-01-05T09:00:00Z\nDROP TABLE',
    '1767603600',
  ])('cannot be read from %s', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});
