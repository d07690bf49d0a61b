import { release } from '#core/database/schema/planning.ts';
import { oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { allMeetings, itemsOfMeetings } from './rows.ts';

/** So many releases name a meeting in a list. */
const mostNamed = 3;

export function listMeetings(
  store: Store,
  { which, limit, offset }: Parsed<'cab.list'>,
): Output<'cab.list'> {
  const all = allMeetings(store).filter(
    ({ state }) => which === 'all' || (state === 'closed') === (which === 'closed'),
  );
  const page = all.slice(offset, offset + limit);
  const items = Map.groupBy(
    itemsOfMeetings(
      store,
      page.map(({ id }) => id),
    ),
    ({ meetingId }) => meetingId,
  );
  const ids = [...items.values()].flat().flatMap(({ releaseId }) => releaseId ?? []);
  const names = new Map(
    store.orm
      .select({ id: release.id, name: release.name })
      .from(release)
      .where(oneOf(release.id, ids))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return {
    total: all.length,
    meetings: page.map((meeting) => {
      const own = items.get(meeting.id) ?? [];
      const about = new Set(own.flatMap(({ releaseId }) => releaseId ?? []));
      return {
        meeting,
        items: own.length,
        decided: own.filter(({ state }) => state === 'decided').length,
        releases: [...about].slice(0, mostNamed).flatMap((id) => names.get(id) ?? []),
      };
    }),
  };
}
