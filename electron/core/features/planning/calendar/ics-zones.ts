import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

/**
 * The VTIMEZONE of a zone with the name it goes by there: `US/Eastern` is written as
 * America/New_York. Null for a zone the library does not know.
 */
export function zoneBlock(zone: string): { block: string; tzid: string } | null {
  // Asked first: the library prints to the console about a name it does not know.
  if (!tzlib_get_timezones().includes(zone)) return null;
  const [block, line] = tzlib_get_ical_block(zone);
  if (block === undefined || line === undefined) return null;
  return { block, tzid: line.replace(/^TZID=/, '') };
}
