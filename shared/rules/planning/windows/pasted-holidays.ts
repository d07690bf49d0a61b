import { dateText, shortText } from '#shared/model/primitives.ts';

export type PastedHoliday =
  | { line: number; taken: true; on: string; name: string }
  | { line: number; taken: false; text: string; reason: string };

/** Lines that are looked at; a list is longer only by mistake. */
const mostRead = 3_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads days a line each, the date in front of its name: `2026-12-25 Christmas Day`, `25 December
 * 2026, Christmas Day`, cells of a spreadsheet. A date such as 03/04/26 can be two days and is not
 * taken: nobody should miss a holiday by a guess.
 */
export function readHolidays(text: string): PastedHoliday[] {
  return text
    .split(/\r\n|\r|\n/)
    .slice(0, mostRead)
    .flatMap((content, index) => {
      const words = content.trim();
      return words === '' ? [] : [readLine(words.slice(0, 400), index + 1)];
    });
}

function readLine(text: string, line: number): PastedHoliday {
  const refused = (reason: string) => ({ line, taken: false as const, text, reason });
  const read = dateInFront(text);
  if (read === null) {
    const twofold = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text);
    return refused(
      twofold
        ? 'could be two days: write the date as 2026-12-25'
        : 'has no date in front; expected a line such as 2026-12-25 Christmas Day',
    );
  }
  const on = dateText.safeParse(read.on);
  if (!on.success) return refused(`names a day that does not exist: ${read.on}`);
  const name = shortText.safeParse(read.rest.replace(/^[\s,;:–—-]+/, ''));
  if (!name.success)
    return refused(`has a name that ${name.error.issues[0]?.message ?? 'is wrong'}`);
  return { line, taken: true, on: on.data, name: name.data };
}

function dateInFront(text: string): { on: string; rest: string } | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)(.*)$/.exec(text);
  if (iso !== null) return { on: iso[1] ?? '', rest: iso[2] ?? '' };
  const spoken = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(.*)$/.exec(
    text,
  );
  const month = months.indexOf((spoken?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (spoken === null || month === 0) return null;
  const two = (number: number | string) => String(number).padStart(2, '0');
  return { on: `${spoken[3]}-${two(month)}-${two(spoken[1] ?? '')}`, rest: spoken[4] ?? '' };
}

/** The days as the text they could have been pasted as. */
export function holidaysText(days: readonly { on: string; name: string }[]): string {
  return days.map(({ on, name }) => `${on} ${name}`).join('\n');
}
