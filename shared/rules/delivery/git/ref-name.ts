import type { RefChoice } from '#shared/model/delivery/git.ts';

/** What git forbids in a name, and what it would read as more than a name. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/^-/, 'begins with a dash; git would read it as an option'],

  [/[\u0000-\u0020\u007F]/, 'has a blank or a control character'],
  [
    /[~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.lock$|\.$|^\/|^@$/,
    'is not the name of a tag, branch or commit',
  ],
];

/** What is wrong with the name of a tag, branch or commit, after “The name”; null when it can be looked up. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'is empty; give a tag, a branch or a commit';
  if (name.length > 250) return 'is longer than 250 characters';
  return forbidden.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * What a name can stand for, in the order it is looked up: a tag before a branch, since releases are
 * tagged. Whole names and ids alone, so that nothing of it is read as an option or as a reckoning.
 */
export function candidatesOf(name: string): { ref: string; what: string }[] {
  if (name === 'HEAD') return [{ ref: 'HEAD', what: 'commit' }];
  const id = name.toLowerCase();
  const asId = /^[0-9a-f]{7,64}$/.test(id) ? [{ ref: id, what: 'commit' }] : [];
  const whole = name.startsWith('refs/') ? [{ ref: name, what: 'name' }] : [];
  return [
    ...whole,
    { ref: `refs/tags/${name}`, what: 'tag' },
    { ref: `refs/heads/${name}`, what: 'branch' },
    { ref: `refs/remotes/${name}`, what: 'branch' },
    ...asId,
  ];
}

/** Names that are like one that is not there, the likest first. */
export function similarNames(name: string, names: readonly string[]): string[] {
  const wanted = plain(name);
  if (wanted === '') return [];
  return names
    .map((each, place) => ({ each, place, alike: alike(plain(each), wanted) }))
    .filter(({ alike: score }) => score > 0)
    .toSorted((a, b) => b.alike - a.alike || a.place - b.place)
    .slice(0, 3)
    .map(({ each }) => each);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^(?:v|release|rel|version)[-_/.]?(?=\d)/, '');
}

/** Characters both begin with, once they are more than a third of what was asked for. */
function alike(name: string, wanted: string): number {
  const isWithin = name.includes(wanted) || (name.length > 2 && wanted.includes(name));
  if (wanted.length > 2 && isWithin) return wanted.length + 1;
  let shared = 0;
  while (shared < wanted.length && name[shared] === wanted[shared]) shared += 1;
  return shared * 3 > wanted.length ? shared : 0;
}

export type Suggestion = { from: string | null; to: string };

/**
 * Where a release most likely begins and ends: from the last tag to what is checked out, or to its
 * tag where it has one. `merged` are the tags that lie before it, the newest first.
 */
export function suggestRange(
  head: { branch: string | null; commit: string } | null,
  merged: readonly RefChoice[],
): Suggestion | null {
  if (head === null) return null;
  const own = merged.find(({ commit }) => commit === head.commit);
  const from = merged.find(({ commit }) => commit !== head.commit)?.name ?? null;
  return { from, to: own?.name ?? head.branch ?? head.commit };
}
