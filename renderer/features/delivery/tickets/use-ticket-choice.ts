import { useState } from 'react';
import type { TakeableTicket, TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { mostFound } from '#shared/model/delivery/tickets.ts';
import { isTracker } from '#shared/rules/delivery/tickets/names.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { askedBy, noFilter } from './ticket-filter.ts';

export type Asking = 'read' | 'now';

/** Which tickets of which tracker are looked at: those of the last sync, or those it has now. */
export function useTicketChoice() {
  const connections = useProcedure('connections.list', {});
  const trackers = connections.data?.filter(({ provider }) => isTracker(provider));
  const [picked, setPicked] = useState('');
  const [asking, setAsking] = useState<Asking>('read');
  const [filter, setFilter] = useState(noFilter);
  const [question, setQuestion] = useState<TicketQuestion | null>(null);
  const tracker = trackers?.find(({ id }) => id === picked) ?? trackers?.[0];
  const connectionId = tracker?.id ?? '';
  const isRead = asking === 'read';
  const read = useProcedure(
    'tickets.list',
    { connectionId, ...askedBy(filter), limit: mostFound },
    { enabled: connectionId !== '' && isRead, keepPrevious: true },
  );
  const found = useProcedure(
    'tickets.find',
    { connectionId, question: question ?? { label: '-' } },
    { enabled: connectionId !== '' && !isRead && question !== null },
  );
  const choices = useProcedure(
    'tickets.choices',
    { connectionId },
    { enabled: connectionId !== '' },
  ).data;
  const told = isRead ? read : question === null ? undefined : found;
  const tickets: readonly TakeableTicket[] | undefined = told?.data?.tickets;
  const total = read.data?.total ?? 0;
  const more = isRead ? total > mostFound : found.data?.more === true;
  const release = (isRead ? filter.release : (question?.release ?? '')).trim();
  return {
    ...{ trackers, tracker, asking, filter, choices, tickets, more, question, setFilter },
    /** The version or milestone that is asked for; empty without one. */
    release,
    error: told?.error ?? connections.error,
    isLoading: told?.isFetching === true && told.data === undefined,
    warnings: isRead ? [] : (found.data?.warnings ?? []),
    /** What the tickets were found by, for who takes them. */
    askedNow: isRead ? undefined : (question ?? undefined),
    pick: (id: string) => {
      setPicked(id);
      setFilter(noFilter);
      setQuestion(null);
    },
    setAsking: (next: Asking) => {
      setAsking(next);
      setQuestion(null);
    },
    ask: (next: TicketQuestion) => {
      // The same question once more is asked again, and not answered from before.
      if (JSON.stringify(next) === JSON.stringify(question)) void found.refetch();
      else setQuestion(next);
    },
  };
}

export type TicketChoice = ReturnType<typeof useTicketChoice>;
