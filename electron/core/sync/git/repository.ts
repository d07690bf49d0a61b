import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { MachineFacts } from '#core/platform.ts';
import type { RepositoryKind } from '#shared/model/delivery/git.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { ownedByOther, refusalOf } from './complaints.ts';
import { openGit } from './run.ts';
import type { GitAnswer } from './run.ts';
import { trustedFolders } from './trusted.ts';

/** A repository that may be read. */
export type Repository = {
  /** Its folder: of a bare one itself, else the top of its files. */
  root: string;
  kind: RepositoryKind;
  shallow: boolean;
  /** Runs git there, whatever it answers. */
  ask: (args: readonly string[]) => Promise<GitAnswer>;
  /** Runs git there; refuses when it complains. */
  read: (args: readonly string[]) => Promise<string[]>;
};

/**
 * Opens the repository a folder belongs to. Refuses what is no folder or no repository, and one of
 * another user unless the reader's own settings of git trust that very folder.
 */
export async function openRepository(
  path: string,
  machine: MachineFacts,
  signal: AbortSignal,
): Promise<Repository> {
  const folder = resolve(path);
  refuseOther(path, folder);
  const git = await openGit(machine, signal);
  let trust: string[] = [];
  const ask = (args: readonly string[]) => git([...trust, '-C', folder, ...args], signal);
  const facts = [
    ...['--path-format=absolute', '--is-bare-repository', '--is-shallow-repository'],
    ...['--git-dir', '--git-common-dir'],
  ];
  let answer = await ask(['rev-parse', ...facts]);
  const other = ownedByOther(answer.complaint);
  if (other !== null && (await trustedFolders(machine, signal)).includes(other)) {
    // By its exact path alone: a pattern would also trust what lies there tomorrow.
    trust = ['-c', `safe.directory=${other}`];
    answer = await ask(['rev-parse', ...facts]);
  }
  if (answer.code !== 0) throw refusalOf(answer.complaint, folder);
  const [bare, shallow, gitFolder = '', common = ''] = linesOf(answer.fields);
  const read = async (args: readonly string[]) => {
    const given = await ask(args);
    if (given.code !== 0) throw refusalOf(given.complaint, folder);
    return given.fields;
  };
  const kind = kindOf(bare === 'true', gitFolder, common);
  const top =
    kind === 'bare' ? gitFolder : linesOf((await ask(['rev-parse', '--show-toplevel'])).fields)[0];
  // Within the folder git keeps its own things in there are no files, and so no top of them.
  const root = resolve(top === undefined || top === '' ? dirname(gitFolder) : top);
  return { root, kind, shallow: shallow === 'true', ask, read };
}

function kindOf(bare: boolean, gitFolder: string, common: string): RepositoryKind {
  if (bare) return 'bare';
  if (resolve(gitFolder) !== resolve(common)) return 'worktree';
  return gitFolder.includes('/.git/modules/') ? 'submodule' : 'repository';
}

function refuseOther(path: string, folder: string): void {
  const said = path.startsWith('~')
    ? ' “~” is not read here: write the folder from its root.'
    : ' Check the spelling, or choose the folder.';
  const facts = statSync(folder, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw wrongPath(
      'not_found',
      `There is no folder ${folder}.${said}`,
      'is no folder of this device',
    );
  }
  if (facts.isDirectory()) return;
  const above = dirname(folder);
  const hint = existsSync(`${above}${sep}.git`) ? ` The repository is ${above}.` : '';
  throw wrongPath(
    'invalid_input',
    `${basename(folder)} is a file; a repository is a folder.${hint} Choose the folder.`,
    'is a file; choose the folder of a repository',
  );
}

function wrongPath(code: 'not_found' | 'invalid_input', message: string, field: string): Refusal {
  return new Refusal(code, message, { path: field });
}

/** The lines of an answer without NUL in it. */
export function linesOf(fields: readonly string[]): string[] {
  return (fields[0] ?? '').split(/\r?\n/).filter((line) => line !== '');
}
