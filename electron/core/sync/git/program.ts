import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { MachineFacts } from '#core/platform.ts';

/** The first version whose settings can be kept apart from those of the user and the system. */
export const oldestVersion = { major: 2, minor: 32 };

/** Git knows this name on every system. */
const devNull = '/dev/null';

/** Beside the path: a program started from a desktop often has a short one. */
const usualFolders: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'],
  linux: ['/usr/bin', '/usr/local/bin'],
  win32: [String.raw`C:\Program Files\Git\cmd`],
};

/** The git of this machine, absolute; null where there is none. */
export function findGit({ os, env }: MachineFacts): string | null {
  const { delimiter, isAbsolute, join } = os === 'win32' ? win32 : posix;
  const named = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  // A relative folder of the path would take a program from wherever Slipway was started, or, on
  // Windows, from the repository itself.
  const onPath = named.split(delimiter).filter((folder) => isAbsolute(folder));
  const program = os === 'win32' ? 'git.exe' : 'git';
  const folders = [...new Set([...onPath, ...(usualFolders[os] ?? [])])];
  return folders.map((folder) => join(folder, program)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** `git version 2.39.5 (Apple Git-154)` and the like; null for another answer. */
export function readVersion(text: string): { words: string; fits: boolean } | null {
  const found = /^git version (\d{1,4})\.(\d{1,4})(\.[\w.-]{1,40})?/.exec(text);
  if (found === null) return null;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  const fits =
    major > oldestVersion.major || (major === oldestVersion.major && minor >= oldestVersion.minor);
  return { words: found[0].replace('git version ', ''), fits };
}

/**
 * What git is started with, and nothing else: no variable of the user's reaches it that could name a
 * program, another repository or another configuration.
 */
export function gitEnvironment(machine: MachineFacts): Record<string, string> {
  return {
    ...plainEnvironment(machine),
    // Neither the user's nor the system's configuration: what is read depends on the repository alone.
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    // Commits as they are, whatever replacements and grafts the repository holds.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    // A partial clone would fetch what is missing, and a transport is a program the repository names.
    // The list of protocols counts before every `protocol.*.allow` of the repository.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_EDITOR: 'false',
  };
}

/** What any program needs on this system; messages in English, since they are read. */
export function plainEnvironment({ os, home, env }: MachineFacts): Record<string, string> {
  const system = os === 'win32' ? ['SystemRoot', 'windir', 'TEMP', 'TMP', 'ProgramData'] : [];
  const kept = system.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: home, USERPROFILE: home, LC_ALL: 'C', LANGUAGE: '' };
}

/** Settings by which a repository could have a program started, each turned off or emptied. */
const settings: readonly string[] = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.pager=cat',
  'core.editor=false',
  'core.askPass=',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.alternateRefsCommand=false',
  `core.attributesFile=${devNull}`,
  'credential.helper=',
  'diff.external=',
  'gpg.program=false',
  'gpg.openpgp.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'interactive.diffFilter=',
  'log.showSignature=false',
  'log.mailmap=false',
  'protocol.allow=never',
  'submodule.recurse=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // What is read must read the same everywhere.
  'core.quotePath=false',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
];

export const safeArguments: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];
