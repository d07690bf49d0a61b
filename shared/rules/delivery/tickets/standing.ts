import type { TicketFinding, TicketFreeze } from '#shared/model/delivery/tickets.ts';
import { dateIn, formatDate } from '../../planning/zoned-time.ts';
import { sameName } from './names.ts';
import { joinedAt, leftSince, reopenedSince, type TicketState } from './past.ts';

/** An item of the release's scope. */
export type ItemState = {
  id: string;
  ticket: string;
  title: string;
  dropped: boolean;
  /** Why it came after the scope freeze; empty where it did not. */
  lateReason: string;
  /** When it came into this scope. */
  arrivedAt: string;
};

export type StandingFacts = {
  items: readonly ItemState[];
  /** Those the items name or named, and those of the versions that are followed. */
  tickets: readonly TicketState[];
  /** Names of versions and milestones, by connection. */
  followed: ReadonlyMap<string, readonly string[]>;
  freeze: TicketFreeze | null;
  zone: string;
  now: string;
};

/** The ticket of each item that names one, by the item's id. */
export function ticketsByItem<Ticket extends TicketState>({
  items,
  tickets,
}: Pick<StandingFacts, 'items'> & { tickets: readonly Ticket[] }): Map<string, Ticket> {
  const byName = Map.groupBy(
    tickets.flatMap((ticket) => ticket.names.map((name) => ({ name: sameName(name), ticket }))),
    ({ name }) => name,
  );
  const former = Map.groupBy(
    tickets.flatMap((ticket) => ticket.past.map(({ key }) => ({ name: sameName(key), ticket }))),
    ({ name }) => name,
  );
  return new Map(
    items.flatMap(({ id, ticket: name }) => {
      const known = byName.get(sameName(name)) ?? former.get(sameName(name)) ?? [];
      const [newest] = known.map(({ ticket }) => ticket).toSorted(newestFirst);
      return name === '' || newest === undefined ? [] : [[id, newest]];
    }),
  );
}

/** Of one that two connections tell, what was changed last counts; what is gone counts least. */
function newestFirst(a: TicketState, b: TicketState): number {
  if ((a.goneAt === null) !== (b.goneAt === null)) return a.goneAt === null ? -1 : 1;
  return (a.updatedAt ?? '') < (b.updatedAt ?? '') ? 1 : -1;
}

/** What of the tickets does not fit the scope: what came or went after the freeze first. */
export function ticketFindings(facts: StandingFacts): TicketFinding[] {
  const byItem = ticketsByItem(facts);
  const standing = facts.items.filter(({ dropped }) => !dropped);
  const found = [
    ...standing.flatMap((item) => [
      ...takenLate(item, byItem.get(item.id), facts),
      ...ofItem(item, byItem.get(item.id), facts),
    ]),
    ...outside(facts, byItem),
  ];
  return found.toSorted((a, b) => Number(b.late) - Number(a.late));
}

function takenLate(
  item: ItemState,
  ticket: TicketState | undefined,
  facts: StandingFacts,
): TicketFinding[] {
  const { freeze } = facts;
  const when = dayOf(item.arrivedAt, facts);
  const about = aboutItem(item, ticket, item.arrivedAt);
  if (item.ticket === '') return [];
  if (item.lateReason !== '') {
    const said = `Taken on ${when}, after the scope freeze: ${item.lateReason}`;
    return [{ ...about, kind: 'taken', late: true, said }];
  }
  if (freeze?.by !== 'planning' || item.arrivedAt <= freeze.at) return [];
  return [
    { ...about, kind: 'taken', late: true, said: `Taken on ${when}, after planning was left.` },
  ];
}

/** What happened to the ticket of an item since it was taken. */
function ofItem(
  item: ItemState,
  ticket: TicketState | undefined,
  facts: StandingFacts,
): TicketFinding[] {
  if (ticket === undefined) return [];
  const { freeze } = facts;
  const found: TicketFinding[] = [];
  const say = (kind: TicketFinding['kind'], at: string | null, said: string) => {
    const late = kind === 'left' && freeze !== null && at !== null && at > freeze.at;
    found.push({ ...aboutItem(item, ticket, at), kind, late, said });
  };
  const versions = facts.followed.get(ticket.connectionId) ?? [];
  const left = ticket.releases.some((each) => versions.includes(each))
    ? null
    : leftSince(ticket, versions);
  if (left !== null) {
    const now = ticket.releases.length === 0 ? 'in none' : `in ${ticket.releases.join(', ')}`;
    const since = `since ${dayOf(left.at, facts)}`;
    say('left', left.at, `No longer in ${left.version} ${since}, now ${now}; still in the scope.`);
  }
  if (ticket.status === 'skipped') {
    const how = ticket.rawResult?.trim() ? ` (${ticket.rawResult.trim()})` : '';
    say('closed', null, `Closed without being done${how}; still in the scope.`);
  }
  const reopened = reopenedSince(ticket, item.arrivedAt);
  if (reopened !== null) {
    say('reopened', reopened, `Reopened on ${dayOf(reopened, facts)} after it was closed.`);
  }
  if (!ticket.names.some((name) => sameName(name) === sameName(item.ticket))) {
    say('moved', null, `Is called ${ticket.names[0] ?? ticket.key} now.`);
  }
  if (ticket.goneAt !== null) {
    const since = dayOf(ticket.goneAt, facts);
    say('gone', ticket.goneAt, `No longer at its tracker since ${since}.`);
  }
  return found;
}

/** Tickets of the versions that are followed and not of the scope, once it is frozen. */
function outside(facts: StandingFacts, byItem: ReadonlyMap<string, TicketState>): TicketFinding[] {
  const { freeze, followed, items, now } = facts;
  if (freeze === null || freeze.at > now) return [];
  const itemsOf = Map.groupBy(items, ({ id }) => byItem.get(id));
  return facts.tickets.flatMap((ticket): TicketFinding[] => {
    const versions = followed.get(ticket.connectionId) ?? [];
    const version = ticket.releases.find((each) => versions.includes(each));
    const own = itemsOf.get(ticket) ?? [];
    if (version === undefined || ticket.goneAt !== null || ticket.status === 'skipped') return [];
    if (own.some(({ dropped }) => !dropped)) return [];
    const about = { ...aboutTicket(ticket), itemId: own[0]?.id ?? null };
    if (own.length > 0) {
      const said = `Dropped from the scope, and still in ${version}.`;
      return [{ ...about, kind: 'missing', late: false, at: null, said }];
    }
    const { since, isAfter } = joinedAt(ticket, versions, freeze.at);
    const said = joinedInWords(version, since, isAfter, facts);
    const kind = isAfter === true ? 'joined' : 'missing';
    return [{ ...about, kind, late: isAfter === true, at: since, said }];
  });
}

function joinedInWords(
  version: string,
  since: string | null,
  isAfter: boolean | null,
  facts: StandingFacts,
): string {
  const day = since === null ? '' : dayOf(since, facts);
  const freeze = facts.freeze?.by === 'planning' ? 'planning was left' : 'the scope freeze';
  if (isAfter === null) {
    return `In ${version} when it was first read on ${day}, after ${freeze}; since when is not known. Not in the scope.`;
  }
  return isAfter
    ? `In ${version} since ${day}, after ${freeze}; not in the scope.`
    : `In ${version} since before ${freeze}; not in the scope.`;
}

function aboutItem(item: ItemState, ticket: TicketState | undefined, at: string | null) {
  const of =
    ticket === undefined
      ? { key: item.ticket, title: item.title, url: null, connectionId: null, externalId: null }
      : aboutTicket(ticket);
  return { ...of, itemId: item.id, at };
}

function aboutTicket({ key, title, url, connectionId, externalId }: TicketState) {
  return { key, title, url, connectionId, externalId };
}

function dayOf(instant: string, { zone, now }: Pick<StandingFacts, 'zone' | 'now'>): string {
  return formatDate(dateIn(instant, zone), dateIn(now, zone));
}
