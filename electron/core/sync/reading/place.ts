import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import { readInstant } from '../instant.ts';

/** Longer texts of a provider are no words for people; a row with one is refused by its schema. */
export const longestText = 10_000;

/** Where a row stands in an answer or file, for what is said about it. */
export type Place = {
  at: string;
  /** All of the answer; a reader that writes its own adds to it. */
  warnings: ImportWarning[];
  /** A field that could not be taken, and what became of it. */
  warn(field: string, reason: string): void;
  /** The instant of a field, UTC; null with a warning when it is no date. */
  date(field: string, value: string | number | null | undefined): string | null;
  /** Only what a browser may be sent to; a `javascript:` address is no link. */
  link(field: string, value: string | null | undefined): string | null;
};

export function placeAt(at: string, warnings: ImportWarning[]): Place {
  const warn = (field: string, reason: string) => {
    warnings.push({ at: field === '' ? at : `${at}.${field}`, reason });
  };
  return {
    at,
    warnings,
    warn,
    date(field, value) {
      const read = typeof value === 'number' ? fromMilliseconds(value) : readInstant(value);
      if (read === undefined)
        warn(field, `“${shorten(String(value))}” is no date and was left empty`);
      return read ?? null;
    },
    link(field, value) {
      const text = storable(value) ?? '';
      if (text === '') return null;
      if (/^https?:\/\//i.test(text)) return text;
      warn(field, `“${shorten(text)}” is no web address and was left empty`);
      return null;
    },
  };
}

/** The place of something inside of what stands at a place. */
export function within(place: Place, path: string): Place {
  return placeAt(place.at === 'row' ? path : `${place.at}.${path}`, place.warnings);
}

/**
 * Text that comes back from UTF-8 as it went in. Half a surrogate pair does not: the row would look
 * changed on every sync.
 */
export function storable(text: string | null | undefined): string | null {
  return text?.toWellFormed() ?? null;
}

/** A provider's word for comparing: without its case and outer blanks; absent is the empty one. */
export function word(raw: string | null | undefined): string {
  return (raw ?? '').trim().toLowerCase();
}

/** At most so much of a provider's own words, on one line. */
export function shorten(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most).toWellFormed()}…` : line;
}

/** Milliseconds since 1970; zero is how providers write "not yet". */
function fromMilliseconds(value: number): string | null | undefined {
  if (value === 0) return null;
  const isTime = Number.isFinite(value) && value > 0 && value < 253_402_300_800_000;
  return isTime ? new Date(value).toISOString() : undefined;
}
