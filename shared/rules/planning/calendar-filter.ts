import type { CalendarFilter, RangeEntry } from '#shared/model/planning/calendar-range.ts';
import type { Band } from '#shared/model/planning/windows.ts';

/** Whether a deployment fits every part of the filter. */
export function fitsCalendar(
  entry: Pick<RangeEntry, 'environmentId' | 'type' | 'ownerId' | 'band' | 'trainId' | 'serviceIds'>,
  filter: CalendarFilter,
): boolean {
  const { services, environments, types, owners, bands, trains } = filter;
  return (
    takes(environments, entry.environmentId) &&
    takes(types, entry.type) &&
    takes(owners, entry.ownerId) &&
    takes(bands, entry.band) &&
    (trains.length === 0 || (entry.trainId !== null && trains.includes(entry.trainId))) &&
    (services.length === 0 || entry.serviceIds.some((each) => services.includes(each)))
  );
}

/**
 * Whether a window is shown: its kind is, and it may be about something that is. A window without
 * services or environments is about all of them, so it always may.
 */
export function showsBand(
  band: Pick<Band, 'kind' | 'serviceIds' | 'environmentIds'>,
  { kinds, services, environments }: CalendarFilter,
): boolean {
  return (
    takes(kinds, band.kind) &&
    meets(band.serviceIds, services) &&
    meets(band.environmentIds, environments)
  );
}

/** How many choices narrow the calendar. */
export function countCalendarChoices(filter: CalendarFilter): number {
  return Object.values(filter).reduce((sum, chosen) => sum + chosen.length, 0);
}

export type KnownOfCalendar = {
  people: ReadonlySet<string>;
  services: ReadonlySet<string>;
  environments: ReadonlySet<string>;
};

/** A filter without what the workspace no longer has, and how many choices that were. */
export function applicableFilter(
  filter: CalendarFilter,
  known: KnownOfCalendar,
): { filter: CalendarFilter; gone: number } {
  const applied = {
    ...filter,
    services: filter.services.filter((id) => known.services.has(id)),
    environments: filter.environments.filter((id) => known.environments.has(id)),
    owners: filter.owners.filter((id) => known.people.has(id)),
  };
  return {
    filter: applied,
    gone: countCalendarChoices(filter) - countCalendarChoices(applied),
  };
}

function takes<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

function meets(scope: readonly string[], chosen: readonly string[]): boolean {
  return scope.length === 0 || chosen.length === 0 || scope.some((id) => chosen.includes(id));
}
