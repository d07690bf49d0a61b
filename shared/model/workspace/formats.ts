/** In which languages' manner dates and numbers are written; `iso` is 2026-11-26 and no language's. */
export const formatLocales = [
  'en-GB',
  'en-US',
  'iso',
  'de-DE',
  'es-ES',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
] as const;
export type FormatLocale = (typeof formatLocales)[number];
