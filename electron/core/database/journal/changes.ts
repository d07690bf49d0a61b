import { z } from 'zod';

/** A field's name to its value before and after. */
const changes = z.record(z.string(), z.tuple([z.json(), z.json()]));
export type Changes = z.infer<typeof changes>;

/** The changed fields of an entry as stored; null where the text is not what the journal writes. */
export function readChanges(text: string): Changes | null {
  try {
    const parsed = changes.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
