import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Runtime } from './choose-host.ts';

export type RuntimePlace = {
  /** Folder of the electron package. */
  electron: string;
  /** Where a failed attempt is remembered. */
  memory: string;
  /** False on a build server, which has no use for a window. */
  mayFetch: boolean;
  say: (line: string) => void;
};

const fetchLimitMs = 20_000;
const tryAgain = '"npx install-electron" fetches it without a time limit';

/**
 * The Electron executable. Where it is missing it is fetched once, for at most 20 seconds; a failure
 * is remembered for this version of Electron, so that later starts do not wait again.
 */
export async function electronRuntime(place: RuntimePlace): Promise<Runtime> {
  const present = installedExecutable(place.electron);
  if (present !== null) return { executable: present };
  const version = electronVersion(place.electron);
  if (version === null) return missing('the electron package is not installed; run "npm ci"');
  if (!place.mayFetch) return missing('the Electron runtime is not installed');
  if (wasTried(place.memory, version)) {
    return missing(`the Electron runtime could not be fetched before; ${tryAgain}`);
  }
  place.say('Fetching the Electron runtime, once, for at most 20 seconds …');
  fetchRuntime(place.electron);
  const fetched = installedExecutable(place.electron);
  if (fetched !== null) return { executable: fetched };
  remember(place.memory, version);
  return missing(`the Electron runtime could not be fetched; ${tryAgain}`);
}

function missing(because: string): Runtime {
  return { executable: null, because };
}

/** `path.txt` is written last by Electron's own installer: without it the runtime is not whole. */
function installedExecutable(electron: string): string | null {
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(electron, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

function electronVersion(electron: string): string | null {
  const file = join(electron, 'package.json');
  if (!existsSync(file)) return null;
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function fetchRuntime(electron: string): void {
  const options = { stdio: 'ignore', timeout: fetchLimitMs } as const;
  spawnSync(process.execPath, [join(electron, 'install.js')], options);
}

function wasTried(memory: string, version: string): boolean {
  return existsSync(memory) && readFileSync(memory, 'utf8') === version;
}

function remember(memory: string, version: string): void {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, version);
}
