import fc from 'fast-check';
import compare from 'semver/functions/compare.js';
import valid from 'semver/functions/valid.js';
import { describe, expect, it } from 'vitest';
import type { VersionScheme } from '#shared/model/workspace/services.ts';
import {
  checkScheme,
  checkVersion,
  compareVersions,
} from '#shared/rules/planning/versions/versions.ts';

const semver: VersionScheme = { kind: 'semver' };
const calendar = (format: string): VersionScheme => ({ kind: 'calendar', format });
const pattern = (text: string): VersionScheme => ({ kind: 'pattern', pattern: text });

function refusal(scheme: VersionScheme, version: string) {
  const check = checkVersion(scheme, version);
  if (check.ok) throw new Error(`“${version}” was taken`);
  return check;
}

describe('semantic versions', () => {
  it.each(['0.0.0', '4.2.0', '4.2.0-rc.3', '4.2.0+build.7', '4.2.0-alpha.1+5114f85'])(
    'takes %s',
    (version) => expect(checkVersion(semver, version)).toEqual({ ok: true }),
  );

  it.each(['4.2', '4', '04.2.0', '4.2.0-01', '4.2.0.1', '4.2.x', '=4.2.0', ' 4.2.0', '4.2.0 ', ''])(
    'refuses “%s”',
    (version) => expect(checkVersion(semver, version).ok).toBe(false),
  );

  it('says that a leading v is the trouble and what to write instead', () => {
    expect(refusal(semver, 'v4.2.0-rc.3+7')).toEqual({
      ok: false,
      message: '“v4.2.0-rc.3+7” starts with a v; semantic versions have none. Write 4.2.0-rc.3+7.',
      example: '4.2.0-rc.3+7',
    });
  });

  it('completes a version of two numbers in its example', () => {
    expect(refusal(semver, '4.2').example).toBe('4.2.0');
  });

  it('says how long a version may be', () => {
    expect(refusal(semver, `1.0.0-${'a'.repeat(95)}`).message).toContain(
      '101 characters; at most 100',
    );
    expect(checkVersion(semver, `1.0.0-${'a'.repeat(94)}`).ok).toBe(true);
  });
});

describe('calendar versions', () => {
  it.each([
    ['YYYY.MM.MICRO', '2026.11.0'],
    ['YYYY.0M.0D', '2026.02.28'],
    ['YYYY.0M.0D', '2024.02.29'],
    ['YY.0M.MICRO', '26.04.12'],
    ['YY.MM', '106.4'],
    ['0Y.0W', '06.53'],
    ['YYYY0M0D-MICRO', '20261126-3'],
    ['MAJOR.YYYY.WW.MINOR_MICRO', '4.2026.9.2_17'],
  ])('%s takes %s', (format, version) => {
    expect(checkScheme(calendar(format))).toEqual({ ok: true });
    expect(checkVersion(calendar(format), version)).toEqual({ ok: true });
  });

  it.each([
    ['YYYY.MM.MICRO', '2026.13.0', 'there is no month 13; MM goes from 1 to 12'],
    ['YYYY.MM.MICRO', '2026.0.0', 'there is no month 0'],
    ['YYYY.MM.MICRO', '2026.02.0', 'MM is written without a leading zero, 2, not 02'],
    ['YYYY.0M.MICRO', '2026.2.0', '0M is written with two digits, 02, not 2'],
    ['YYYY.MM.DD', '2026.2.29', 'month 2 of 2026 has only 28 days, not 29'],
    ['YY.MM.DD', '100.2.29', 'month 2 of 2100 has only 28 days, not 29'],
    ['YYYY.MM.DD', '2026.4.31', 'month 4 of 2026 has only 30 days, not 31'],
    ['MM.DD', '2.30', 'month 2 has only 29 days, not 30'],
    ['YYYY.WW', '2026.54', 'there is no week 54'],
    ['YYYY.MICRO', '2026.1234567890123456', 'MICRO has 16 digits; at most 15'],
    ['YYYY.MM.MICRO', '2026.11', 'do not fit the format'],
    ['YYYY.MM.MICRO', '2026-11-0', 'do not fit the format'],
    ['YYYY.MM.MICRO', '26.11.0', 'there is no year 26; YYYY goes from 1000 to 9999'],
  ])('%s refuses %s: %s', (format, version, reason) => {
    const { message, example } = refusal(calendar(format), version);
    expect(message).toContain(reason);
    expect(checkVersion(calendar(format), example)).toEqual({ ok: true });
  });

  it.each([
    ['YYYY.PATCH', '“PATCH” starts with none of the words YYYY'],
    ['MAJOR.MINOR', 'it has no year, month, week or day'],
    ['YYYY.MM.0M', 'the month is there twice'],
    ['YYYY.MMDD', 'MMDD cannot be told apart'],
    ['YYYY MM', '“ MM” starts with none'],
    ['', 'it has no year, month, week or day'],
  ])('the format “%s” cannot be saved: %s', (format, reason) => {
    const check = checkScheme(calendar(format));
    expect(check).toMatchObject({ ok: false, example: 'YYYY.MM.MICRO' });
    expect(check.ok ? '' : check.message).toContain(reason);
    expect(checkVersion(calendar(format), '2026.11')).toEqual(check);
  });

  it('takes every real date and no other', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), part, part, (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(checkVersion(calendar('YYYY.MM.DD'), `${year}.${month}.${day}`).ok).toBe(real);
      }),
    );
  });
});

describe('versions by a pattern', () => {
  it('matches the whole version, not a part of it', () => {
    const scheme = pattern('release-\\d+');
    expect(checkVersion(scheme, 'release-42').ok).toBe(true);
    expect(refusal(scheme, 'my-release-42')).toEqual({
      ok: false,
      message:
        '“my-release-42” does not fit the pattern release-\\d+ from beginning to end. Write one such as release-4.',
      example: 'release-4',
    });
  });

  it('holds both sides of an alternative to the whole version', () => {
    expect(checkVersion(pattern('a|b'), 'ab').ok).toBe(false);
    expect(checkVersion(pattern('a|b'), 'b').ok).toBe(true);
  });

  it.each([
    ['release-(', 'Unterminated group'],
    ['[a-', 'Unterminated character class'],
    ['(a)\\1', 'is not understood here'],
    ['(?=a)b', 'is not understood here'],
    ['a{60}{60}', 'Nothing to repeat'],
    ['((a{99}){99}){99}', 'multiply to more than can be followed'],
    ['[]', 'no version of 1 to 100 characters fits it'],
    ['a*', 'no version of 1 to 100 characters fits it'],
    ['a{101}', 'no version of 1 to 100 characters fits it'],
  ])('the pattern %s cannot be saved: %s', (text, reason) => {
    const check = checkScheme(pattern(text));
    expect(check.ok ? '' : check.message).toContain(reason);
    expect(checkVersion(pattern(text), 'a').ok).toBe(false);
  });

  it('answers at once where backtracking would not answer in a lifetime', () => {
    for (const text of ['(a+)+b', '(a|a)*b', '(a|aa)+b', '(.*.*.*)*b', `${'a?'.repeat(60)}b`]) {
      expect(checkVersion(pattern(text), 'a'.repeat(100)).ok).toBe(false);
    }
  });
});

describe('examples', () => {
  it('of every scheme that can be saved are versions of that scheme', () => {
    const words = fc.constantFrom('YYYY', 'YY', '0Y', 'MM', '0M', 'WW', '0W', 'DD', '0D', 'MICRO');
    const formats = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join('.'));
    const atoms = fc.constantFrom(
      'a',
      '\\d+',
      '[x-z]{2}',
      '(b|c)',
      'v?',
      '\\.',
      '(-rc\\d)*',
      '[^a]',
    );
    const patterns = fc.array(atoms, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(formats.map(calendar), patterns.map(pattern)), (scheme) => {
        fc.pre(checkScheme(scheme).ok);
        const refused = checkVersion(scheme, '');
        expect(checkVersion(scheme, refused.ok ? '' : refused.example)).toEqual({ ok: true });
      }),
    );
  });
});

describe('order of versions', () => {
  it.each([
    [semver, '4.2.0-rc.3', '4.2.0', -1],
    [semver, '4.10.0', '4.9.0', 1],
    [semver, '4.2.0+1', '4.2.0+2', 0],
    [calendar('YYYY.MM.MICRO'), '2026.9.12', '2026.11.0', -1],
    [calendar('YYYY.MM.MICRO'), '2026.11.0', '2026.11.0', 0],
    [pattern('r\\d+'), 'r1', 'r2', null],
    [semver, 'v4.2.0', '4.2.0', null],
  ] as const)('%o: %s against %s is %s', (scheme, a, b, expected) => {
    expect(compareVersions(scheme, a, b)).toBe(expected);
  });

  const number = fc.nat({ max: 30 });
  const suffix = fc.constantFrom('', '-rc.1', '-rc.2', '-alpha', '+5', '-01', '-');
  const versions = fc
    .tuple(number, number, number, suffix)
    .map(([a, b, c, end]) => `${a}.${b}.${c}${end}`);

  it('takes and orders semantic versions as semver itself does', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        expect(checkVersion(semver, a).ok).toBe(valid(a) !== null);
        if (valid(a) === null || valid(b) === null) return;
        expect(compareVersions(semver, a, b)).toBe(compare(a, b));
        expect(compareVersions(semver, b, a)).toBe(compare(b, a));
      }),
    );
  });
});
