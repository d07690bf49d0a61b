import { z } from 'zod';
import { longestText } from './place.ts';

/** Names and values that tell an alert or a series from others of its kind. */
export const labelSet = z.record(z.string(), z.string().max(longestText)).nullish();

export function labelsOf(labels: z.infer<typeof labelSet>): Record<string, string> {
  const pairs = Object.entries(labels ?? {});
  return Object.fromEntries(
    pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
  );
}

/** `{a="1",b="2"}`, by name: the same labels in another order are the same key. */
export function labelKey(labels: Record<string, string>): string {
  const pairs = Object.entries(labels)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `{${pairs.join(',')}}`;
}

/** What an alert says of itself, from the annotations people write. */
export function noteIn(annotations: z.infer<typeof labelSet>): string {
  const said = labelsOf(annotations);
  return said['summary'] || said['description'] || said['message'] || '';
}
