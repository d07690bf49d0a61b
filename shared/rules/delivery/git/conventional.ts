import type { ScopeKind } from '#shared/model/planning/scope.ts';

/** What a commit says of itself by the convention `type(part)!: words`. */
export type Conventional = {
  /** As it was written, in lower case; empty where the subject has no type that is known. */
  type: string;
  part: string;
  /** The subject without type and part. */
  words: string;
  breaking: boolean;
  /** What breaks, where a footer says so. */
  breakingWords: string;
};

const kinds: Readonly<Record<string, ScopeKind>> = {
  ...{ feat: 'feature', feature: 'feature' },
  ...{ fix: 'fix', bugfix: 'fix', hotfix: 'fix', security: 'fix' },
  ...{ perf: 'improvement', refactor: 'improvement', improvement: 'improvement' },
  ...{ enhancement: 'improvement', deps: 'improvement' },
};

const housekeeping: readonly string[] = [
  ...['docs', 'doc', 'style', 'test', 'tests', 'chore', 'build', 'ci', 'release'],
];

const header =
  /^(?<type>[A-Za-z]{2,12})(?:\((?<part>[^()]{1,60})\))?(?<bang>!)?:\s+(?<words>\S.*)$/;
const footer = /^BREAKING[ -]CHANGE:\s*(?<words>.+(?:\n(?![A-Za-z-]+:|\s*$).+)*)/m;

export function readConventional(subject: string, body: string): Conventional {
  const breakingWords = footer.exec(body)?.groups?.['words']?.trim() ?? '';
  const { type = '', part = '', bang, words = '' } = header.exec(subject)?.groups ?? {};
  const known = type.toLowerCase();
  if (!Object.hasOwn(kinds, known) && !housekeeping.includes(known)) {
    const breaking = breakingWords !== '';
    return { type: '', part: '', words: subject, breaking, breakingWords };
  }
  return {
    type: known,
    part: part.trim(),
    words,
    breaking: bang === '!' || breakingWords !== '',
    breakingWords,
  };
}

export function isHousekeeping(type: string): boolean {
  return housekeeping.includes(type);
}

const firstWords: Readonly<Record<string, ScopeKind>> = {
  ...{ fix: 'fix', fixes: 'fix', fixed: 'fix', bugfix: 'fix', hotfix: 'fix', revert: 'fix' },
  ...{ add: 'feature', adds: 'feature', added: 'feature', introduce: 'feature' },
  ...{ implement: 'feature', implements: 'feature', support: 'feature', allow: 'feature' },
};

const branchKinds: readonly (readonly [RegExp, ScopeKind])[] = [
  [/^(?:bugfix|hotfix|fix|bug)[/-]/i, 'fix'],
  [/^(?:feature|feat)[/-]/i, 'feature'],
];

/** By its type, else by how its branch was called, else by its first word; else an improvement. */
export function kindOfChange({ type, words }: Conventional, branch: string): ScopeKind {
  const typed = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (typed !== undefined) return typed;
  const byBranch = branchKinds.find(([pattern]) => pattern.test(branch))?.[1];
  if (type === '' && byBranch !== undefined) return byBranch;
  const first = /^[A-Za-z]+/.exec(words)?.[0].toLowerCase() ?? '';
  const worded = Object.hasOwn(firstWords, first) ? firstWords[first] : undefined;
  return type === '' && worded !== undefined ? worded : 'improvement';
}
