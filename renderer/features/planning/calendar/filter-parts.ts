import { riskBands } from '#shared/model/governance/risks.ts';
import type { CalendarFilter } from '#shared/model/planning/calendar-range.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { bandKinds, bandWords } from '../../../app/theme/bands.ts';
import { capital, filterPart } from '../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../components/filter/filter-part.ts';
import type { Arrangement } from './use-arrangement.ts';

export type Train = { id: string; name: string };

/** The parts of the calendar's filter, in the order people narrow by. */
export function filterParts(
  filter: CalendarFilter,
  names: Arrangement['names'],
  trains: readonly Train[],
): FilterPart<CalendarFilter>[] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const trainNames = new Map(trains.map(({ id, name }) => [id, name]));
  // One that is gone still narrows: it has to be seen to be taken off.
  const trainIds = [...new Set([...trainNames.keys(), ...filter.trains])];
  const { services, environments, people } = names;
  return [
    filterPart('Service', ids(services), names.service, filter.services, (chosen) => {
      return { ...filter, services: chosen };
    }),
    filterPart(
      'Environment',
      ids(environments),
      names.environment,
      filter.environments,
      (chosen) => {
        return { ...filter, environments: chosen };
      },
    ),
    filterPart('Type', releaseTypes, capital, filter.types, (types) => ({ ...filter, types })),
    filterPart('Risk', riskBands, capital, filter.bands, (bands) => ({ ...filter, bands })),
    filterPart('Owner', ids(people), names.person, filter.owners, (owners) => {
      return { ...filter, owners };
    }),
    filterPart(
      'Train',
      trainIds,
      (id) => trainNames.get(id) ?? 'Unknown train',
      filter.trains,
      (chosen) => ({ ...filter, trains: chosen }),
    ),
    filterPart(
      'Windows',
      bandKinds,
      (kind) => capital(bandWords[kind]),
      filter.kinds,
      (kinds) => ({ ...filter, kinds }),
    ),
  ];
}

/** `Type: Major, Hotfix · Risk: High`; empty where nothing narrows. */
export function filterWords(parts: readonly FilterPart<CalendarFilter>[]): string {
  return parts
    .filter(({ chosen }) => chosen.length > 0)
    .map(({ label, options, chosen }) => {
      const words = options.filter(({ value }) => chosen.includes(value));
      return `${label}: ${words.map((option) => option.label).join(', ')}`;
    })
    .join(' · ');
}

/** What of the address could not be applied; empty where all could. */
export function goneWords({ gone, isGone, opened }: Arrangement): string {
  if (isGone) return 'The view of this address is gone or not shared with you.';
  if (gone === 0) return '';
  const what = opened === undefined ? 'The filter' : `“${opened.name}”`;
  const count = gone === 1 ? '1 thing that is' : `${gone} things that are`;
  return `${what} names ${count} no longer here; the rest is applied.`;
}
