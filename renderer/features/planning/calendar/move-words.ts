import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { PlacementCheck } from '#shared/model/planning/placement.ts';
import type { ReschedulePreview } from '#shared/model/planning/reschedule.ts';
import { whenText, zoneText } from '../../../components/when-text.ts';
import { placeOf } from './entry-words.ts';

/** `Payments 4.2, prod-eu` */
export function movedName(entry: CalendarEntry): string {
  return `${entry.name}, ${placeOf(entry)}`;
}

/** `Thu 3 Dec 22:00 London` */
export function whenIn(at: string, zone: string, now: string): string {
  return `${whenText(at, zone, now)} ${zoneText(zone)}`;
}

/** What a move sets off, a sentence each: clocks, approvals, what of the release stays. */
export function consequences(preview: ReschedulePreview): string[] {
  const { note, stale, stay, moves } = preview;
  const others = (count: number) =>
    count === 1 ? '1 other deployment' : `${count} other deployments`;
  return [
    ...(note === null ? [] : [note]),
    ...(stale === 0
      ? []
      : [
          stale === 1
            ? '1 approval binds the planned start and would be out of date.'
            : `${stale} approvals bind the planned start and would be out of date.`,
        ]),
    ...(moves > 1
      ? [`${others(moves - 1)} of the release ahead ${moves === 2 ? 'moves' : 'move'} along.`]
      : []),
    ...(stay > 0
      ? [
          `${others(stay)} of the release ahead ${stay === 1 ? 'stays where it is' : 'stay where they are'}.`,
        ]
      : []),
  ];
}

/** More than warnings stands against a start: people should see it before they move there. */
export function standsAgainst({ worst }: Pick<PlacementCheck, 'worst'>): boolean {
  return worst === 'blocked' || worst === 'needs-exception';
}

/** Something people should see before it is done. */
export function needsLook({ refused, note, stale, postponeTo }: ReschedulePreview): boolean {
  return refused !== null || note !== null || stale > 0 || postponeTo !== null;
}
