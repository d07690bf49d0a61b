export type CarriedFile = { id: string; bytes: number };

/** What a pack carries at most, before it is written as text a third longer. */
export const mostCarried = 32 * 1024 * 1024;

/** A browser opens no larger file out of a page: Firefox takes 32 MB of text for one. */
export const largestCarried = 20 * 1024 * 1024;

/**
 * The files a pack carries, the first ones first: what comes late or is too large stays behind and
 * is named with its SHA-256 instead.
 */
export function carriedFiles(files: readonly CarriedFile[]): ReadonlySet<string> {
  const carried = new Set<string>();
  let sum = 0;
  for (const { id, bytes } of files) {
    if (bytes > largestCarried || sum + bytes > mostCarried) continue;
    carried.add(id);
    sum += bytes;
  }
  return carried;
}
