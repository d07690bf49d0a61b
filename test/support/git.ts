import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGit } from '#core/sync/git/program.ts';
import { testMachine } from './test-machine.ts';

/** The git of the machine; a suite that needs it is skipped, and says why, where there is none. */
export const gitProgram = findGit(testMachine);
if (gitProgram === null) console.log('Skipped: there is no git on this machine.');

/** Half an hour apart, from here on: every repository has the same ids in every run. */
const firstCommit = Date.parse('2026-11-02T09:00:00.000Z');
const step = 30 * 60_000;

export type TestRepository = {
  path: string;
  /** Runs git in it and gives what it printed. */
  git: (...args: string[]) => string;
  /** Writes a file that nothing else writes, and commits it; gives the id. */
  commit: (message: string, options?: { at?: string; committedAt?: string }) => string;
  /** Merges a branch with a commit of its own. */
  merge: (branch: string, message?: string) => string;
  /** Reverts a commit with git's own message. */
  revert: (commit: string, ...options: string[]) => string;
  branch: (name: string, at?: string) => void;
  tag: (name: string, at?: string) => void;
};

/** Git without anybody's settings, so that a test does not hang on who runs it. */
export function isolatedGit(
  folder: string,
  args: readonly string[],
  { authored, committed, input }: { authored?: string; committed?: string; input?: string } = {},
): string {
  if (gitProgram === null) throw new Error('There is no git');
  const person = { NAME: 'Mara Okafor', EMAIL: 'mara@harbour.example' };
  return execFileSync(gitProgram, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 64_000_000,
    ...(input === undefined ? {} : { input }),
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: person.NAME,
      GIT_AUTHOR_EMAIL: person.EMAIL,
      GIT_COMMITTER_NAME: person.NAME,
      GIT_COMMITTER_EMAIL: person.EMAIL,
      ...(authored === undefined ? {} : { GIT_AUTHOR_DATE: authored }),
      ...(committed === undefined ? {} : { GIT_COMMITTER_DATE: committed }),
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
    },
  });
}

/** A repository made by git itself, with dates that are the same each time. */
export function startRepository(folder: string, name = 'payments'): TestRepository {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  let made = 0;
  const dated = (args: readonly string[], authored?: string, committed?: string): string => {
    const usual = new Date(firstCommit + made * step).toISOString();
    made += 1;
    isolatedGit(path, args, { authored: authored ?? usual, committed: committed ?? usual });
    return git('rev-parse', 'HEAD').trim();
  };
  const git = (...args: string[]) => isolatedGit(path, args);
  git('init', '--quiet', '--initial-branch=main');
  return {
    path,
    git,
    commit(message, { at, committedAt } = {}) {
      writeFileSync(join(path, `file-${made}.txt`), `${made}\n`);
      git('add', '.');
      return dated(
        ['commit', '--quiet', '--allow-empty-message', '-m', message],
        at,
        committedAt ?? at,
      );
    },
    merge: (branch, message) =>
      dated([
        ...['merge', '--quiet', '--no-ff', '--no-edit', branch],
        ...(message === undefined ? [] : ['-m', message]),
      ]),
    revert: (commit, ...options) => dated(['revert', '--no-edit', ...options, commit]),
    branch: (name, at) => git('switch', '--quiet', '-c', name, ...(at === undefined ? [] : [at])),
    tag: (name, at) => git('tag', name, ...(at === undefined ? [] : [at])),
  };
}
