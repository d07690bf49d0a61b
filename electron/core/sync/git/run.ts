import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { MachineFacts } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { createFieldReader } from './fields.ts';
import { findGit, gitEnvironment, oldestVersion, readVersion, safeArguments } from './program.ts';

/** What a run of git printed: standard output split at NUL, and the beginning of its complaint. */
export type GitAnswer = { code: number; fields: string[]; complaint: string };

/** Runs git with these arguments; ends with the signal, which is the caller's own cancel. */
export type Git = (args: readonly string[], signal: AbortSignal) => Promise<GitAnswer>;

/** A repository on a slow disk takes seconds; one that takes longer waits for something. */
const deadlineMs = 60_000;
const mostComplaint = 4_000;

export type Start = {
  program: string;
  args: readonly string[];
  environment: Record<string, string>;
};

/** The git of this machine, in the safest way it can be asked. Refuses where it is missing or too old. */
export async function openGit(machine: MachineFacts, signal: AbortSignal): Promise<Git> {
  const program = findGit(machine);
  if (program === null) throw missing(machine);
  const environment = gitEnvironment(machine);
  const told = await run({ program, args: ['--version'], environment }, signal);
  const version = readVersion(told.fields[0] ?? '');
  if (version === null) {
    const said = told.complaint.split('\n')[0] ?? '';
    throw new Refusal(
      'unavailable',
      `${program} did not tell its version${said === '' ? '' : `: ${said}`}. Install Git ${wanted} or newer from git-scm.com, then look again.`,
    );
  }
  if (!version.fits) {
    throw new Refusal(
      'unavailable',
      `${program} is Git ${version.words}; Slipway needs ${wanted} or newer, which can be kept from running what a repository names. Install a newer one from git-scm.com, then look again.`,
    );
  }
  return (args, stop) => run({ program, args: [...safeArguments, ...args], environment }, stop);
}

const wanted = `${oldestVersion.major}.${oldestVersion.minor}`;

function missing({ os }: MachineFacts): Refusal {
  const how =
    os === 'win32'
      ? 'Install Git for Windows from git-scm.com'
      : os === 'darwin'
        ? 'Install it with “xcode-select --install”'
        : 'Install the package “git” of your system';
  return new Refusal(
    'unavailable',
    `Git was not found on this machine: it reads the history of a repository. ${how}, then look again. Without it a list can be pasted into the scope.`,
  );
}

/**
 * Starts a program without a shell, in its own folder rather than the repository's, with nothing on
 * its standard input. Never rejects for what the program did; it does when it was cancelled, took too
 * long or could not be started.
 */
export function run(
  { program, args, environment }: Start,
  signal: AbortSignal,
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(program, args, {
      cwd: dirname(program),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
      signal,
    });
    const reader = createFieldReader();
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => reader.take(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < mostComplaint) complaint += chunk.toString('utf8');
    });
    child.on('error', (error) => {
      reject(error.name === 'AbortError' ? cancelled() : notStarted(program, error));
    });
    child.on('close', (code, killedBy) => {
      if (signal.aborted) reject(cancelled());
      else if (killedBy !== null) reject(tooLong());
      else
        resolve({
          code: code ?? 1,
          fields: reader.end(),
          complaint: complaint.slice(0, mostComplaint),
        });
    });
  });
}

function cancelled(): DOMException {
  return new DOMException('Cancelled', 'AbortError');
}

function tooLong(): Refusal {
  return new Refusal(
    'unavailable',
    `Git did not answer within ${deadlineMs / 1000} seconds and was stopped. Nothing was changed. If the repository lies on a network drive, clone it to this machine and look there.`,
  );
}

function notStarted(program: string, error: Error): Refusal {
  return new Refusal('unavailable', `${program} could not be started: ${error.message}.`);
}
