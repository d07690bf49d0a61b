import type { WindowScope } from '#shared/model/planning/windows.ts';

/** What a window may be about: a deployment, a booking, a train. Empty where it is not known. */
export type Subject = {
  serviceIds: readonly string[];
  environmentId: string;
  region: string;
};

/**
 * Whether a window is about something. An empty list of the window means all; what is not known of
 * the subject counts as hit, since nobody can say that it is not.
 */
export function isAbout(scope: WindowScope, subject: Subject): boolean {
  const { serviceIds, environmentIds, regions } = scope;
  return (
    (environmentIds.length === 0 || environmentIds.includes(subject.environmentId)) &&
    (serviceIds.length === 0 || anyOf(serviceIds, subject.serviceIds)) &&
    (regions.length === 0 || anyOf(regions.map(folded), regionsOf(subject)))
  );
}

function anyOf(wanted: readonly string[], found: readonly string[]): boolean {
  return found.length === 0 || found.some((each) => wanted.includes(each));
}

function regionsOf({ region }: Subject): string[] {
  return region === '' ? [] : [folded(region)];
}

/** Regions are typed by hand: `EU` is `eu`. */
function folded(region: string): string {
  return region.trim().toLowerCase();
}

/** `Payments and Checkout, all environments, all regions`: names are looked up by the caller. */
export function scopeInWords(
  { serviceIds, environmentIds, regions }: WindowScope,
  names: { service(id: string): string; environment(id: string): string },
): string {
  if (serviceIds.length + environmentIds.length + regions.length === 0) {
    return 'everything: all services, environments and regions';
  }
  const list = (words: string[], all: string) =>
    words.length === 0 ? all : words.length > 3 ? `${words.length} ${all.slice(4)}` : joined(words);
  return [
    list(serviceIds.map(names.service), 'all services'),
    list(environmentIds.map(names.environment), 'all environments'),
    list(regions, 'all regions'),
  ].join(', ');
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
