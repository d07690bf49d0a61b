import { z } from 'zod';

/** UUID text, version 7 when made here: sorts by the time it was made. */
export const id = z.uuid();
export type Id = string;

/** An instant as ISO 8601 in UTC with milliseconds, `2026-11-26T22:00:00.000Z`. Offsets are accepted and converted. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());

/** From 2000 to 2199: beyond these a time is a slip of the keyboard, and reckoning from it has no end. */
export function isPlannable(isoText: string): boolean {
  const year = Number(/^\d{4}(?=-)/.exec(isoText)?.[0]);
  return year >= 2000 && year < 2200;
}

/** When something is planned to start. */
export const plannedAt = instant.refine(isPlannable, {
  error: 'is not between 2000 and 2199; correct the year',
});

/** A calendar date without a time, `2026-11-26`. */
export const dateText = z.iso.date();

/** An IANA zone name the running engine knows, `Europe/London`. */
export const zone = z.string().refine(isKnownZone, {
  error: 'is not an IANA time zone; expected a name such as Europe/London',
});

/** Asking the engine takes long, and a list names the same zone in every row. */
const known = new Set<string>();

function isKnownZone(name: string): boolean {
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    known.add(name);
    return name.length > 0;
  } catch {
    return false;
  }
}

/** One line people type as a name: 1 to 200 characters, no line breaks, outer blanks removed. */
export const shortText = z
  .string()
  .trim()
  .min(1, 'is empty; type at least one character')
  .max(200, 'is longer than 200 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

/** Several lines, at most 20,000 characters; may be empty. */
export const longText = z
  .string()
  .max(20_000, 'is longer than 20,000 characters; attach a file instead')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

/** Row revision: 1 when created, one more with each change. Given back on an edit to notice others' changes. */
export const rev = z.number().int().positive();

export const minutes = z.number().int().min(0).max(100_000);
