import type { WindowScope } from '#shared/model/planning/windows.ts';
import type { Judged, Placed } from './ground.ts';

/** Whether a window is about a deployment of these services. An empty list means all. */
export function appliesTo(
  { serviceIds, environmentIds, regions }: WindowScope,
  { environmentId, region }: Pick<Placed, 'environmentId' | 'region'>,
  services: readonly string[],
): boolean {
  return (
    (environmentIds.length === 0 || environmentIds.includes(environmentId)) &&
    (serviceIds.length === 0 || services.some((id) => serviceIds.includes(id))) &&
    // What goes to no region that was named goes to all of them.
    (regions.length === 0 || region === '' || regions.some((each) => isSameRegion(each, region)))
  );
}

function isSameRegion(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

const most = 3;

/** `payments-api, all environments, eu` */
export function scopeInWords(
  { serviceIds, environmentIds, regions }: WindowScope,
  names: Judged['names'],
): string {
  return [
    listed(serviceIds.map(names.service), 'all services'),
    listed(environmentIds.map(names.environment), 'all environments'),
    listed(regions, 'all regions'),
  ].join(', ');
}

function listed(names: readonly string[], all: string): string {
  if (names.length === 0) return all;
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names.slice(0, most).join(' and ')}${more}`;
}
