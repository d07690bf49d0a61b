import type { NamedCommit, RefChoice } from '#shared/model/delivery/git.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { candidatesOf, nameProblem, similarNames } from '#shared/rules/delivery/git/ref-name.ts';
import type { Repository } from './repository.ts';
import { linesOf } from './repository.ts';

/** Of a repository with more, the newest so many are offered. */
export const mostNames = 1_000;

const format = [
  ...['%(refname)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)'],
  '%(creatordate:unix)',
];
const perName = format.length;

/** Tags or branches, the newest first. A tag of a tree or a file is left out: nothing is released by it. */
export async function listNames(
  { read }: Repository,
  where: 'refs/tags' | 'refs/heads' | 'refs/remotes',
  mergedInHead = false,
): Promise<RefChoice[]> {
  const fields = await read([
    ...['for-each-ref', `--count=${mostNames}`, '--sort=-refname', '--sort=-creatordate'],
    ...(mergedInHead ? ['--merged=HEAD'] : []),
    `--format=${format.map((part) => `${part}%00`).join('')}`,
    where,
  ]);
  const rows = Array.from({ length: Math.floor(fields.length / perName) }, (_, index) =>
    fields.slice(index * perName, (index + 1) * perName),
  );
  return rows.flatMap((row) => nameOf(row, where) ?? []);
}

function nameOf(row: readonly string[], where: string): RefChoice | null {
  const [ref = '', type, object = '', peeledType, peeled = '', seconds = ''] = row;
  // Git ends each row with a line break, which then stands in front of the next one.
  const name = ref.trim().slice(where.length + 1);
  const commit = type === 'commit' ? object : peeledType === 'commit' ? peeled : null;
  const isUsable = commit !== null || peeledType === 'tag';
  if (!isUsable || name === '' || name.endsWith('/HEAD')) return null;
  const at = Number(seconds) * 1000;
  const isTime = /^\d+$/.test(seconds) && at < 8.64e15;
  return { name, commit, at: isTime ? new Date(at).toISOString() : null };
}

/**
 * The commit a tag, branch or commit id stands for. Refuses a name that is none, is not there, or
 * stands for something else, and says what is like it. `field` is where it was typed.
 */
export async function resolveName(
  repository: Repository,
  name: string,
  field: 'from' | 'to',
): Promise<NamedCommit> {
  const problem = nameProblem(name);
  if (problem !== null)
    throw new Refusal('invalid_input', `“${name}” ${problem}.`, { [field]: problem });
  for (const { ref } of candidatesOf(name)) {
    const commit = await verify(repository, `${ref}^{commit}`);
    if (commit !== null) return { name, commit };
    const object = await verify(repository, ref);
    if (object !== null) {
      const message = `“${name}” stands for a tree, a file or a commit that is not in this copy, so nothing leads up to it. Choose a tag of a commit.`;
      throw new Refusal('precondition_failed', message, { [field]: 'stands for no commit' });
    }
  }
  throw await missing(repository, name, field);
}

async function verify({ ask }: Repository, ref: string): Promise<string | null> {
  const answer = await ask(['rev-parse', '--verify', '--quiet', '--end-of-options', ref]);
  const id = linesOf(answer.fields).at(-1) ?? '';
  return answer.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}

async function missing(
  repository: Repository,
  name: string,
  field: 'from' | 'to',
): Promise<Refusal> {
  if (name === 'HEAD') {
    return new Refusal('precondition_failed', 'This repository has no commit yet.', {
      [field]: 'is not there yet',
    });
  }
  const lists = await Promise.all([
    listNames(repository, 'refs/tags'),
    listNames(repository, 'refs/heads'),
  ]);
  const [tags] = lists;
  const similar = similarNames(
    name,
    lists.flat().map((each) => each.name),
  );
  const near = similar.length > 0 ? similar : tags.slice(0, 3).map((tag) => tag.name);
  const quoted = near.map((each) => `“${each}”`).join(', ');
  const like = near.length === 0 ? '' : ` There is ${quoted}.`;
  const cause = repository.shallow
    ? ' This is a shallow clone, which often lacks tags: run “git fetch --unshallow --tags” in it.'
    : ' If it is new, run “git fetch --tags” in it; a tag may also have been moved or deleted.';
  return new Refusal(
    'not_found',
    `There is no tag, branch or commit “${name}” in ${repository.root}.${like}${cause}`,
    {
      [field]: 'is not in this repository',
    },
  );
}
