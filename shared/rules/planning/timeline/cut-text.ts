import { roughWidth } from './shapes.ts';
import type { Measure } from './shapes.ts';

/** As much of a text as fits a width, with an ellipsis where it is cut; empty where nothing fits. */
export function cutToWidth(
  text: string,
  most: number,
  size: number,
  strong: boolean,
  measure: Measure = roughWidth,
): string {
  if (measure(text, size, strong) <= most) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const isShort = measure(`${letters.slice(0, middle).join('')}…`, size, strong) <= most;
    if (isShort) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}
