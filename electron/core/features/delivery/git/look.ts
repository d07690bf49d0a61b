import type { Context } from '#core/context.ts';
import { listNames, mostNames } from '#core/sync/git/names.ts';
import { linesOf, openRepository } from '#core/sync/git/repository.ts';
import type { Repository } from '#core/sync/git/repository.ts';
import type { Output } from '#shared/contract/index.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { suggestRange } from '#shared/rules/delivery/git/ref-name.ts';

type Look = Output<'git.look'>;

/** What a folder is as a repository, and the names in it to choose from. */
export async function lookAt(path: string, { platform, signal }: Context): Promise<Look> {
  const repository = await openRepository(path, platform.machine, signal);
  const { root, kind, shallow } = repository;
  const head = await headOf(repository);
  const [tags, branches, merged] = await Promise.all([
    listNames(repository, 'refs/tags'),
    listNames(repository, 'refs/heads'),
    head === null ? [] : listNames(repository, 'refs/tags', true),
  ]);
  return {
    ...{ root, kind, shallow, head, tags, branches },
    suggested: suggestRange(head, merged),
    warnings: [
      ...kindInWords(repository),
      ...(head === null && branches.length === 0 ? ['This repository has no commit yet.'] : []),
      ...(tags.length === 0 ? [noTags(shallow)] : []),
      ...(tags.length >= mostNames
        ? [`Only the newest ${mostNames} tags are offered; others can be typed.`]
        : []),
    ],
  };
}

async function headOf({ ask }: Repository): Promise<Look['head']> {
  const [commit, branch] = await Promise.all([
    ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']),
    ask(['symbolic-ref', '--quiet', '--short', 'HEAD']),
  ]);
  const [id] = linesOf(commit.fields);
  if (commit.code !== 0 || id === undefined) return null;
  return { branch: branch.code === 0 ? (linesOf(branch.fields)[0] ?? null) : null, commit: id };
}

function kindInWords({ kind }: Repository): string[] {
  switch (kind) {
    case 'repository':
      return [];
    case 'bare':
      return [
        'This is a bare repository, without files: its tags and branches are read all the same.',
      ];
    case 'worktree':
      return ['This is a worktree: tags and branches are those of the repository it belongs to.'];
    case 'submodule':
      return [
        'This is a submodule: its own tags and branches are read, not those of what it lies in.',
      ];
    default:
      return assertNever(kind);
  }
}

/** That a clone with tags is shallow is told by what is read between them. */
function noTags(shallow: boolean): string {
  const how = shallow
    ? 'This is a shallow clone, which often lacks them: run “git fetch --unshallow --tags” in it'
    : 'If there should be some, run “git fetch --tags” in it';
  return `There are no tags here. ${how}; branches and commits can be given too.`;
}
