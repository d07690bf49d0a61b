import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { FolderFacts } from '../device/folders.ts';

/** The variable that names a browser where none of the usual ones is to be taken. */
export const browserVariable = 'SLIPWAY_CHROMIUM';

const commands = [
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  ...['microsoft-edge-stable', 'microsoft-edge'],
];

/** Beside the path: a program started from a desktop often has a short one. */
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** Where Chromium, Chrome and Edge lie as a rule, in the order they are taken; absolute paths. */
export function browserPlaces({ os, home, env }: FolderFacts): string[] {
  const named = env[browserVariable];
  return [...(named ? [named] : []), ...usualPlaces({ os, home, env })];
}

function usualPlaces({ os, home, env }: FolderFacts): string[] {
  if (os === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) =>
      root ? windowsPrograms.map((program) => win32.join(root, program)) : [],
    );
  }
  if (os === 'darwin') {
    return ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
      macApplications.map((application) => posix.join(folder, application)),
    );
  }
  // A relative folder of the path would take a program from wherever Slipway was started.
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...onPath, ...linuxFolders])];
  return commands.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
}

/** The browser PDFs are made with; null where there is none. */
export function findBrowser(facts: FolderFacts): string | null {
  return browserPlaces(facts).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What was looked for, in words. */
export function lookedFor({ os, env }: FolderFacts): string {
  const named = env[browserVariable];
  const first = named ? `${named}, which ${browserVariable} names; ` : '';
  if (os === 'win32') return `${first}Chrome, Chromium and Edge in the folders of programs`;
  if (os === 'darwin') return `${first}Chrome, Chromium and Edge in Applications`;
  return `${first}${commands.join(', ')} on the path and in ${linuxFolders.join(', ')}`;
}
