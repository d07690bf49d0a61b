import type { deployment } from '#core/database/schema/planning.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { appliesTo } from '#shared/rules/planning/placement/scope.ts';
import { freezeBandsIn } from './bands.ts';

type Planned = Pick<
  Plain<typeof deployment>,
  'startAt' | 'durationMinutes' | 'environmentId' | 'region' | 'actualStartAt'
>;

const minuteMs = 60_000;

/**
 * The freezes that deployments lie in which have not begun, by name. Made once for all that is going
 * to be asked about: the calendar is laid out over the time from the first of `all` to the last.
 */
export function freezesAround(
  store: Store,
  all: readonly Planned[],
): (planned: readonly Planned[], serviceIds: readonly string[]) => string[] {
  const ahead = all.filter(isAhead);
  if (ahead.length === 0) return () => [];
  const span = {
    from: ahead.reduce((least, { startAt }) => Math.min(least, startAt), Number.POSITIVE_INFINITY),
    to: ahead.reduce((most, each) => Math.max(most, endOf(each)), 0),
  };
  const freezes = freezeBandsIn(store, span).map((band) => ({
    ...band,
    from: Date.parse(band.startsAt),
    to: Date.parse(band.endsAt),
  }));
  if (freezes.length === 0) return () => [];
  return (planned, serviceIds) => [
    ...new Set(
      planned.filter(isAhead).flatMap((each) =>
        freezes
          .filter(({ from, to }) => from < endOf(each) && each.startAt < to)
          .filter((freeze) => appliesTo(freeze, each, serviceIds))
          .map(({ name }) => name),
      ),
    ),
  ];
}

function isAhead({ actualStartAt }: Planned): boolean {
  return actualStartAt === null;
}

/** What has no length is an instant: it lies in what begins then. */
function endOf({ startAt, durationMinutes }: Planned): number {
  return startAt + Math.max(1, durationMinutes * minuteMs);
}
