/** Where a new workspace goes: its name as a file in a folder. */
export function placeFor(folder: string, name: string): string {
  return join(folder, `${safeFileName(name)}.slipway`);
}

/** The same file in another folder. */
export function inFolder(folder: string, path: string): string {
  return join(folder, fileNameOf(path));
}

/** What stands after the last separator, whichever the system uses. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The folder a folder lies in; null for the root of a drive. */
export function folderAbove(folder: string): string | null {
  const above = folder.replace(/[\\/]+$/, '').replace(/[^\\/]+$/, '');
  return above === '' ? null : above;
}

/** Joined the way the folder itself is written: the core may run on Windows. */
function join(folder: string, file: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${file}` : `${folder}${separator}${file}`;
}

/** Characters that Windows or a shell trips over become blanks; other writing systems stay. */
function safeFileName(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  return safe === '' ? 'Workspace' : safe;
}
