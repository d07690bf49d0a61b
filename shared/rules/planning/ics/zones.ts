import { zone } from '#shared/model/primitives.ts';
import { windowsZones } from './windows-zones.ts';

/**
 * The IANA zone a calendar file means by a TZID: the name itself, its end in a path such as
 * `/mozilla.org/20050126_1/Europe/London`, what Windows calls it, or where the file says its zone
 * lies. Null where none of these is sure, since a wrong zone moves every event by hours.
 */
export function zoneNamed(tzid: string, location: string | undefined): string | null {
  return known(tzid) ?? endingIn(tzid) ?? windowsNamed(tzid) ?? known(location ?? '');
}

function known(name: string): string | null {
  // A bare offset has no summer time: the zone it stands for is not known by it.
  return /^[A-Za-z]/.test(name) && zone.safeParse(name).success ? name : null;
}

/** `America/Argentina/Buenos_Aires` before `Argentina/Buenos_Aires` before `Buenos_Aires`. */
function endingIn(tzid: string): string | null {
  const parts = tzid.split('/').slice(-3);
  if (parts.length < 2) return null;
  for (const from of [0, 1]) {
    const name = parts.slice(from).join('/');
    if (name.includes('/') && known(name) !== null) return name;
  }
  return null;
}

/** Asked for as an own key: a file may call its zone `constructor`. */
function windowsNamed(tzid: string): string | null {
  return Object.hasOwn(windowsZones, tzid) ? (windowsZones[tzid] ?? null) : null;
}
