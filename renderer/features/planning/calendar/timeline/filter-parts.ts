import { riskBands } from '#shared/model/governance/risks.ts';
import type { TimelineFilter } from '#shared/model/planning/timeline.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { capital, filterPart } from '../../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../../components/filter/filter-part.ts';

type Named = { id: string; name: string };
type FilterLists = Record<'people' | 'services' | 'environments' | 'trains', readonly Named[]>;

/** The parts of the timeline's filter, in the order people narrow by. */
export function filterParts(
  filter: TimelineFilter,
  lists: FilterLists,
): FilterPart<TimelineFilter>[] {
  const named = (
    label: string,
    things: readonly Named[],
    part: 'services' | 'environments' | 'owners' | 'trains',
  ) => {
    const names = new Map(things.map(({ id, name }) => [id, name]));
    // One that is gone still narrows: it has to be seen to be taken off.
    const ids = [...new Set([...names.keys(), ...filter[part]])];
    return filterPart(
      label,
      ids,
      (id) => names.get(id) ?? 'One that is gone',
      filter[part],
      (chosen) => ({ ...filter, [part]: chosen }),
    );
  };
  return [
    filterPart('Type', releaseTypes, capital, filter.types, (types) => ({ ...filter, types })),
    filterPart('Risk', riskBands, capital, filter.bands, (bands) => ({ ...filter, bands })),
    named('Service', lists.services, 'services'),
    named('Environment', lists.environments, 'environments'),
    named('Owner', lists.people, 'owners'),
    named('Train', lists.trains, 'trains'),
  ];
}
