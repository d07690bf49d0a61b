import { formatLocale } from '../state/formats.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `1,234.5` in the manner people chose on this device; `iso` sets thousands apart: `1 234.5`. */
export function numberText(value: number): string {
  const locale = formatLocale();
  const known = formats.get(locale);
  if (known !== undefined) return spaced(locale, known.format(value));
  const made = new Intl.NumberFormat(locale === 'iso' ? 'en-GB' : locale);
  formats.set(locale, made);
  return spaced(locale, made.format(value));
}

/** ISO 31-0 groups by a thin space, never by a comma or a point. */
function spaced(locale: string, text: string): string {
  return locale === 'iso' ? text.replaceAll(',', '\u202f') : text;
}
