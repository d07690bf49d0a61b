import compareSemver from 'semver/functions/compare.js';
import coerce from 'semver/functions/coerce.js';
import parseSemver from 'semver/functions/parse.js';
import { assertNever } from '#shared/model/refusal.ts';
import type { VersionScheme } from '#shared/model/workspace/services.ts';
import { calendarExample, parseCalendarFormat, readCalendarVersion } from './calendar-version.ts';
import { compilePattern } from './version-matcher.ts';
import { parsePattern, patternExample } from './version-pattern.ts';

/** The message is a sentence for the field; the example is a version the scheme takes. */
export type VersionCheck = { ok: true } | { ok: false; message: string; example: string };

const lengthLimit = 100;

/** Whether a version is written as its service's scheme asks. */
export function checkVersion(scheme: VersionScheme, version: string): VersionCheck {
  if (version === '') {
    const example = exampleOf(scheme);
    return refuse(`The version is empty; write one such as ${example}.`, example);
  }
  if (version.length > lengthLimit) {
    const example = exampleOf(scheme);
    return refuse(
      `The version has ${version.length} characters; at most ${lengthLimit} are taken. Write one such as ${example}.`,
      example,
    );
  }
  switch (scheme.kind) {
    case 'semver':
      return checkSemver(version);
    case 'calendar':
      return checkCalendar(scheme.format, version);
    case 'pattern':
      return checkPattern(scheme.pattern, version);
    default:
      return assertNever(scheme);
  }
}

/** Whether a scheme can be used at all; asked when a service is saved. */
export function checkScheme(scheme: VersionScheme): VersionCheck {
  switch (scheme.kind) {
    case 'semver':
      return { ok: true };
    case 'calendar': {
      const format = parseCalendarFormat(scheme.format);
      if (format.ok) return { ok: true };
      return refuse(
        `The format ${scheme.format} does not work: ${format.message}. Write one such as YYYY.MM.MICRO.`,
        'YYYY.MM.MICRO',
      );
    }
    case 'pattern': {
      const pattern = readPattern(scheme.pattern);
      if (pattern.ok) return { ok: true };
      return refuse(
        `The pattern ${scheme.pattern} does not work: ${pattern.message}. Write one such as ${samplePattern}.`,
        samplePattern,
      );
    }
    default:
      return assertNever(scheme);
  }
}

/**
 * Negative when `a` is the earlier version, positive when the later, 0 when they are the same or
 * differ in build metadata only; null where the scheme has no order or a version does not fit it.
 */
export function compareVersions(scheme: VersionScheme, a: string, b: string): number | null {
  if (!checkVersion(scheme, a).ok || !checkVersion(scheme, b).ok) return null;
  if (scheme.kind === 'semver') return compareSemver(a, b);
  if (scheme.kind === 'pattern') return null;
  const format = parseCalendarFormat(scheme.format);
  if (!format.ok) return null;
  const left = readCalendarVersion(format.parts, a);
  const right = readCalendarVersion(format.parts, b);
  if (!left.ok || !right.ok) return null;
  // The order is that of the words in the format: a format that puts the day first asked for it.
  const differing = left.numbers.findIndex((number, index) => number !== right.numbers[index]);
  if (differing < 0) return 0;
  return Math.sign((left.numbers[differing] ?? 0) - (right.numbers[differing] ?? 0));
}

const samplePattern = 'release-\\d+(\\.\\d+)*';

function refuse(message: string, example: string): VersionCheck {
  return { ok: false, message, example };
}

function checkSemver(version: string): VersionCheck {
  const parsed = parseSemver(version);
  if (parsed) {
    const build = parsed.build.length === 0 ? '' : `+${parsed.build.join('.')}`;
    const strict = `${parsed.version}${build}`;
    if (strict === version) return { ok: true };
    // The library forgives a leading v, an equals sign and blanks; a plan has one way to write each.
    const found = /^\s*v/i.test(version) ? 'starts with a v' : 'has signs around the numbers';
    return refuse(`“${version}” ${found}; semantic versions have none. Write ${strict}.`, strict);
  }
  const example = coerce(version)?.version ?? '4.2.0';
  return refuse(
    `“${version}” is not a semantic version: expected three numbers without leading zeros, and perhaps a pre-release such as -rc.1. Write one such as ${example}.`,
    example,
  );
}

function checkCalendar(format: string, version: string): VersionCheck {
  const parsed = parseCalendarFormat(format);
  if (!parsed.ok) return checkScheme({ kind: 'calendar', format });
  const read = readCalendarVersion(parsed.parts, version);
  if (read.ok) return { ok: true };
  const example = calendarExample(parsed.parts);
  return refuse(
    `“${version}” is not a version of the form ${format}: ${read.message}. Write one such as ${example}.`,
    example,
  );
}

function checkPattern(pattern: string, version: string): VersionCheck {
  const read = readPattern(pattern);
  if (!read.ok) return checkScheme({ kind: 'pattern', pattern });
  if (read.matches(version)) return { ok: true };
  return refuse(
    `“${version}” does not fit the pattern ${pattern} from beginning to end. Write one such as ${read.example}.`,
    read.example,
  );
}

function readPattern(pattern: string) {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const matches = compilePattern(parsed.root);
  if (!matches) {
    return { ok: false, message: 'its repetitions multiply to more than can be followed' } as const;
  }
  const example = patternExample(parsed.root);
  if (example === null || example.length > lengthLimit || example === '' || !matches(example)) {
    return { ok: false, message: 'no version of 1 to 100 characters fits it' } as const;
  }
  return { ok: true, matches, example } as const;
}

function exampleOf(scheme: VersionScheme): string {
  switch (scheme.kind) {
    case 'semver':
      return '4.2.0';
    case 'calendar': {
      const format = parseCalendarFormat(scheme.format);
      return format.ok ? calendarExample(format.parts) : '2026.11.0';
    }
    case 'pattern': {
      const pattern = readPattern(scheme.pattern);
      return pattern.ok ? pattern.example : 'release-42';
    }
    default:
      return assertNever(scheme);
  }
}
