import type { BookingView, EnvironmentUse } from '#shared/model/planning/bookings.ts';
import { rangeText, zoneText } from '../../../components/when-text.ts';

/** `alone` or `shared`: whether others may use the environment meanwhile. */
export function sharingWord({ shared }: { shared: boolean }): string {
  return shared ? 'shared' : 'alone';
}

/** `for Payments 4.2`, or that it is for none. */
export function forWord({ release }: { release: string | null }): string {
  return release === null ? 'for no release' : `for ${release}`;
}

/** All a bar shows, for those who hear it and on hover. */
export function barInWords(
  use: EnvironmentUse,
  environment: string,
  clashes: number,
  zone: string,
  now: string,
): string {
  const kind = use.kind === 'deployment' ? 'Deployment of ' : '';
  const when = `${rangeText(use.startAt, use.endAt, zone, now)} ${zoneText(zone)}`;
  const how =
    use.kind === 'deployment' ? `owner ${use.person}` : `${use.person}, ${sharingWord(use)}`;
  const clash = clashes === 0 ? '' : `. ${clashWord(clashes)}`;
  return `${kind}${use.what}, ${environment}, ${when}, ${how}${clash}`;
}

export function clashWord(count: number): string {
  return count === 1 ? 'Double-booked' : `Double-booked ${count} times`;
}

/** `12 bookings: 2 double-booked` */
export function countInWords(bookings: readonly BookingView[]): string {
  const all = bookings.length === 1 ? '1 booking' : `${bookings.length} bookings`;
  const double = bookings.filter(({ clashes }) => clashes.length > 0).length;
  return double === 0 ? all : `${all}: ${double} double-booked`;
}
