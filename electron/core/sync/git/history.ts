import type { NamedCommit } from '#shared/model/delivery/git.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { logFormat, readLog } from '#shared/rules/delivery/git/commit.ts';
import type { Commit } from '#shared/rules/delivery/git/commit.ts';
import { linesOf } from './repository.ts';
import type { Repository } from './repository.ts';

/** Commits between two ends that are read; more is no release but a history. */
export const mostCommits = 10_000;

export type History = { commits: Commit[]; warnings: string[] };

/** The commits `to` has and `from` has not, in topological order, the newest first. */
export async function readHistory(
  repository: Repository,
  from: NamedCommit | null,
  to: NamedCommit,
): Promise<History> {
  const fields = await repository.read([
    ...[
      'log',
      '--topo-order',
      `--max-count=${mostCommits + 1}`,
      '-z',
      `--format=tformat:${logFormat}`,
    ],
    ...[
      '--no-color',
      '--no-decorate',
      '--no-notes',
      '--no-patch',
      '--no-ext-diff',
      '--no-textconv',
    ],
    ...['--no-show-signature', '--no-mailmap', '--encoding=UTF-8', '--end-of-options'],
    ...[to.commit, ...(from === null ? [] : [`^${from.commit}`]), '--'],
  ]);
  const { commits, unread } = readLog(fields);
  if (commits.length > mostCommits) throw tooMany(from, to);
  const warnings = [
    ...(await relation(repository, from, to, commits.length)),
    ...(repository.shallow ? [shallowWords(commits)] : []),
    ...(unread > 0
      ? ['Some commits could not be read and are left out; “git fsck” says which.']
      : []),
  ];
  return { commits, warnings };
}

function tooMany(from: NamedCommit | null, to: NamedCommit): Refusal {
  const span =
    from === null ? `lead up to “${to.name}”` : `lie between “${from.name}” and “${to.name}”`;
  return new Refusal(
    'precondition_failed',
    `More than ${mostCommits.toLocaleString('en-GB')} commits ${span}. Choose the tag of the release before this one as the beginning.`,
    { from: 'lies too far back; choose a later tag' },
  );
}

/** How the two ends lie to each other, where that is not simply one behind the other. */
async function relation(
  { ask, read }: Repository,
  from: NamedCommit | null,
  to: NamedCommit,
  count: number,
): Promise<string[]> {
  if (from === null) return [];
  if (from.commit === to.commit) return [`“${from.name}” and “${to.name}” are the same commit.`];
  const range = `${from.commit}...${to.commit}`;
  const counted = await read([
    'rev-list',
    '--count',
    '--left-right',
    '--end-of-options',
    range,
    '--',
  ]);
  const [only = 0] = (linesOf(counted)[0] ?? '').split('\t').map(Number);
  if (only === 0) return [];
  const commits = only === 1 ? '1 commit' : `${only.toLocaleString('en-GB')} commits`;
  if (count === 0) {
    return [
      `“${to.name}” lies before “${from.name}”, by ${commits}: nothing is added. Exchange the two.`,
    ];
  }
  const base = await ask(['merge-base', '--end-of-options', from.commit, to.commit]);
  if (base.code === 1) {
    return [
      `“${from.name}” and “${to.name}” have no commit in common: everything that leads up to “${to.name}” is listed.`,
    ];
  }
  return [
    `“${from.name}” has ${commits} that “${to.name}” has not, such as a hotfix that was not merged back: what they changed may be missing from “${to.name}”.`,
  ];
}

/** A cut that lies between the ends hides commits, one before them only the beginning of changes. */
function shallowWords(commits: readonly Commit[]): string {
  const cut = commits.filter(({ parents }) => parents.length === 0).length;
  const what =
    cut > 0
      ? 'its history ends between the two, so that changes are missing here and first commits may have been earlier'
      : 'its history was cut off further back, so that some first commits may have been earlier';
  return `This is a shallow clone: ${what}. Run “git fetch --unshallow --tags” in it, then look again.`;
}
