/** Why the calendar was not written into its folder, by the code of the operating system. */
export function publishFailure(code: string, folder: string): string {
  const again = 'It is tried again at the next change.';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `The folder ${folder} is not there: it was moved, or its disk or share is not connected. ${again}`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `Slipway may not write into ${folder}, or the file in it is held by another program. ${again}`;
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `There is no room left in ${folder}. Free some space there. ${again}`;
  }
  return `The calendar could not be written into ${folder} (${code === '' ? 'for no known reason' : code}). ${again}`;
}
