import { largestAttachment } from '#shared/model/workspace/attached.ts';

/** Why a file of this size cannot be attached, as sentences; null when it can. */
export function sizeProblem(name: string, bytes: number): string | null {
  if (bytes === 0) {
    return `${name} is empty (0 bytes), so there is nothing to attach. See that it was saved where it came from, then attach it again.`;
  }
  if (bytes <= largestAttachment) return null;
  return `${name} has ${sizeInWords(bytes)}, and an attachment has at most ${sizeInWords(largestAttachment)}. Compress it or attach the part that matters; or leave it where it is and write its address in a comment.`;
}

/** `1.4 MB`; units of 1,024, as the limit counts. */
export function sizeInWords(bytes: number): string {
  if (bytes === 1) return '1 byte';
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  // Rounded up to the limit, a file just over it would seem to fit.
  const shown = size < 10 || bytes > largestAttachment ? roundedUp(size) : String(Math.round(size));
  return `${shown} ${units[unit]}`;
}

function roundedUp(size: number): string {
  return (Math.ceil(size * 10) / 10).toFixed(1).replace(/\.0$/, '');
}
