import type { Scalar } from 'yaml';

/**
 * Where a character of a scalar's value stands in the text it was read from. Folding, quoting and
 * indenting only change white space and what is around a value, so counting what is no space finds it
 * again; an escape within double quotes shifts it by a few characters.
 */
export function offsetInSource(node: Scalar, text: string, at: number): number | null {
  const { range, value, type } = node;
  if (!range || typeof value !== 'string') return null;
  const [start, end] = range;
  const header = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const firstLine = text.indexOf('\n', start);
  let offset = header ? (firstLine < 0 ? end : firstLine + 1) : start + (quoted ? 1 : 0);
  let left = value.slice(0, at).replace(/\s/g, '').length;
  for (; offset < end; offset += 1) {
    if (/\s/.test(text[offset] ?? '')) continue;
    if (left === 0) return offset;
    left -= 1;
  }
  return Math.max(start, end - 1);
}
