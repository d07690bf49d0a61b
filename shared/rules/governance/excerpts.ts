const excerptLength = 160;
const leadLength = 30;

/**
 * Two texts cut to the part where they differ, so that a word changed deep in a long plan can be
 * seen. Short texts stay whole; a cut is marked with an ellipsis; null stands for no text at all.
 */
export function excerpts(
  from: string | null,
  to: string | null,
): { from: string | null; to: string | null } {
  const start = Math.max(0, sharedLength(from ?? '', to ?? '') - leadLength);
  const long = Math.max(from?.length ?? 0, to?.length ?? 0) > excerptLength;
  const offset = long ? start : 0;
  return { from: cut(from, offset), to: cut(to, offset) };
}

function sharedLength(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a[length] === b[length]) length += 1;
  return length;
}

function cut(text: string | null, offset: number): string | null {
  if (text === null) return null;
  const part = text.slice(offset, offset + excerptLength);
  const open = offset > 0 ? '…' : '';
  const close = offset + excerptLength < text.length ? '…' : '';
  return `${open}${part}${close}`;
}
