import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { writeOwnerFile } from './secrets/owner-file.ts';

/**
 * Where the application that holds a workspace answers calls. The file lies beside the workspace
 * and is readable by its owner only: whoever can read it may do what the application may do.
 */
const endpoint = z.strictObject({
  pid: z.number().int().positive(),
  /** Loopback only: a token must not leave the machine because of a forged file. */
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  token: z.string().min(22).max(200),
  host: z.enum(['desktop', 'browser']),
});
export type Endpoint = z.infer<typeof endpoint>;

const hostNames = { desktop: 'the desktop application', browser: 'the browser host' } as const;

export function endpointPath(workspacePath: string): string {
  return `${workspacePath}.endpoint`;
}

export function writeEndpoint(workspacePath: string, value: Endpoint): void {
  writeOwnerFile(endpointPath(workspacePath), `${JSON.stringify(value)}\n`);
}

/** Removes the file if it is still the one written with `token`; another application's stays. */
export function removeEndpoint(workspacePath: string, token: string): void {
  if (readFile(workspacePath)?.token === token) {
    rmSync(endpointPath(workspacePath), { force: true });
  }
}

/**
 * The endpoint of a running holder, or null: no file, a file that others may read or write, a
 * damaged one, or one left behind by a process that has ended. A process id can be reused, so a
 * caller must also take "connection refused" and "wrong token" for "nobody there".
 */
export function readEndpoint(workspacePath: string): Endpoint | null {
  const found = readFile(workspacePath);
  return found && isAlive(found.pid) ? found : null;
}

/** The running holder of a workspace in words for people; nothing of its token or address. */
export function holderOf(workspacePath: string): string | null {
  const found = readEndpoint(workspacePath);
  return found && nameHolder(found);
}

export function nameHolder({ host, pid }: Pick<Endpoint, 'host' | 'pid'>): string {
  return `${hostNames[host]}, process ${pid}`;
}

function readFile(workspacePath: string): Endpoint | null {
  const path = endpointPath(workspacePath);
  if (!existsSync(path)) return null;
  try {
    // Within the try: its owner may take it away at any moment.
    if (!ownedByMe(path)) return null;
    return endpoint.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A file planted by another user would make us send calls to that user's program. */
function ownedByMe(path: string): boolean {
  const user = process.getuid?.();
  if (user === undefined) return true;
  const { uid, mode } = statSync(path);
  return uid === user && (mode & 0o077) === 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
