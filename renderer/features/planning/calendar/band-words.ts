import type { Band } from '#shared/model/planning/windows.ts';
import { bandWords } from '../../../app/theme/bands.ts';
import { rangeText, utcText, zoneText } from '../../../components/when-text.ts';

type ScopeNames = { service: (id: string) => string; environment: (id: string) => string };

/** `Hard freeze: Year end, Fri 18 Dec 17:00 – Mon 4 Jan 08:00 London` */
export function bandTitle(band: Band, zone: string, now: string): string {
  const { kind, name, startsAt, endsAt } = band;
  const range = rangeText(startsAt, endsAt, zone, now);
  return `${capital(bandWords[kind])}: ${name}, ${range} ${zoneText(zone)}`;
}

/** What a band is about, in words: `payments-api and ledger; production; all regions`. */
export function scopeText(
  { serviceIds, environmentIds, regions }: Band,
  names: ScopeNames,
): string {
  return [
    listed(serviceIds.map(names.service), 'all services'),
    listed(environmentIds.map(names.environment), 'all environments'),
    listed(regions, 'all regions'),
  ].join('; ');
}

/** From and to in UTC, `Fri 18 Dec 17:00 UTC – Mon 4 Jan 08:00 UTC`. */
export function utcRange(startsAt: string, endsAt: string, now: string): string {
  return `${utcText(startsAt, now)} – ${utcText(endsAt, now)}`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function listed(words: readonly string[], all: string): string {
  if (words.length === 0) return all;
  return words.length === 1
    ? (words[0] ?? all)
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
