import { desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { ticket } from '#core/database/schema/things.ts';
import { phasePassage } from '#core/database/schema/planning.ts';
import { alive, iso, isoOrNull, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { answered } from '#core/imported/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { FollowedVersion, TicketFreeze } from '#shared/model/delivery/tickets.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { sameName, ticketNames } from '#shared/rules/delivery/tickets/names.ts';
import {
  ticketFindings,
  ticketsByItem,
  type ItemState,
} from '#shared/rules/delivery/tickets/standing.ts';
import { plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { listScope, scopeFreezeDay } from '../../planning/scope/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { listFollowed } from './follow.ts';
import { formerlyCalled, pastOf } from './past.ts';
import { listTrackers, type KnownTracker } from './trackers.ts';

/** How the tickets of a release's scope stand, and what of them does not fit it. */
export function readStanding(
  { releaseId }: Parsed<'tickets.standing'>,
  { store, now }: Context,
): Output<'tickets.standing'> {
  requireRelease(store, releaseId);
  const scope = listScope(store, releaseId).filter((item) => item.ticket !== '');
  const followed = listFollowed(store, releaseId);
  const trackers = listTrackers(store);
  const { zone } = readWorkspace(store);
  const known = knownTickets(store, trackers, scope, followed);
  const freeze = freezeOf(store, releaseId, zone);
  const facts = {
    ...{ items: itemStates(store, scope), tickets: known, freeze, zone, now: iso(now) },
    followed: byConnection(followed),
  };
  const byItem = ticketsByItem({ ...facts, tickets: known });
  const items = scope.flatMap(({ id }) => {
    const found = byItem.get(id);
    if (found === undefined) return [];
    const { key, title, url, status, rawStatus, rawResult, goneAt, tracker } = found;
    const { name: connectionName, asOf } = tracker;
    return [
      { itemId: id, key, title, url, status, rawStatus, rawResult, connectionName, goneAt, asOf },
    ];
  });
  return { freeze, followed, items, findings: ticketFindings(facts) };
}

function byConnection(followed: readonly FollowedVersion[]): Map<string, string[]> {
  const groups = Map.groupBy(followed, ({ connectionId }) => connectionId);
  return new Map([...groups].map(([id, versions]) => [id, versions.map(({ name }) => name)]));
}

/** The end of the day of the scope freeze; without one when planning was left. */
function freezeOf(store: Store, releaseId: string, zone: string): TicketFreeze | null {
  const on = scopeFreezeDay(store, releaseId);
  if (on !== null) {
    const after = { date: plusDays(on, 1), time: '00:00', zone };
    return { at: toInstant(after).instant, by: 'scope-freeze' };
  }
  const left = store.orm
    .select({ at: phasePassage.at, phase: phasePassage.phase })
    .from(phasePassage)
    .where(alive(phasePassage, eq(phasePassage.releaseId, releaseId)))
    .orderBy(desc(phasePassage.at))
    .all()
    .find(({ phase }) => phase === 'planning');
  return left === undefined ? null : { at: iso(left.at), by: 'planning' };
}

/** The items with when each came into this scope: as it was added, or moved here. */
function itemStates(store: Store, scope: readonly ScopeItem[]): ItemState[] {
  const rows = store.raw
    .prepare<[string], { id: string; at: number }>(
      `SELECT entity_id AS id, MAX(at) AS at FROM change_journal
       WHERE entity = 'scope_item' AND entity_id IN (SELECT value FROM json_each(?))
         AND (op = 'insert' OR json_extract(fields_json, '$.releaseId') IS NOT NULL)
       GROUP BY entity_id`,
    )
    .all(JSON.stringify(scope.map(({ id }) => id)));
  const arrived = new Map(rows.map(({ id, at }) => [id, iso(at)]));
  return scope.map(({ id, ticket: name, title, status, lateReason }) => ({
    ...{ id, ticket: name, title, lateReason },
    dropped: status === 'dropped',
    arrivedAt: arrived.get(id) ?? '',
  }));
}

/** Tickets that items name or once named, and those of the versions that are followed. */
function knownTickets(
  store: Store,
  trackers: readonly KnownTracker[],
  scope: readonly ScopeItem[],
  followed: readonly FollowedVersion[],
) {
  const names = scope.map((item) => item.ticket.trim());
  const keys = names.flatMap((name) => [name, sameName(name), name.slice(name.lastIndexOf('#'))]);
  const versions = followed.map(
    ({ connectionId, name }) =>
      sql`(${ticket.connectionId} = ${connectionId}
           AND EXISTS (SELECT 1 FROM json_each(${ticket.releases}) WHERE value = ${name}))`,
  );
  const rows = store.orm
    .select()
    .from(ticket)
    .where(or(oneOf(ticket.key, keys), ...versions))
    .all();
  const found = new Set(rows.map(({ key }) => sameName(key)));
  const lost = names.map(sameName).filter((name) => !found.has(name));
  const moved = formerlyCalled(store, lost).filter((id) => !rows.some((row) => row.id === id));
  const all = [...rows, ...store.orm.select().from(ticket).where(inArray(ticket.id, moved)).all()];
  const past = pastOf(
    store,
    all.map(({ id }) => id),
  );
  const seen = firstSeen(store, all);
  return all.flatMap((row) => {
    const tracker = trackers.find(({ id }) => id === row.connectionId);
    if (tracker === undefined) return [];
    return [
      {
        ...answered(row),
        goneAt: isoOrNull(row.goneAt),
        names: ticketNames(row.key, tracker, trackers),
        past: past.get(row.id) ?? [],
        firstSeen: seen.get(row.batchId) ?? null,
        tracker,
      },
    ];
  });
}

/** When the import that brought a row was made, by the import. */
function firstSeen(store: Store, rows: readonly { batchId: string }[]): Map<string, string> {
  const ids = [...new Set(rows.map(({ batchId }) => batchId))];
  return new Map(
    store.raw
      .prepare<[string], { id: string; asOf: number }>(
        `SELECT id, as_of AS asOf FROM import_batch WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(ids))
      .map(({ id, asOf }) => [id, iso(asOf)]),
  );
}
