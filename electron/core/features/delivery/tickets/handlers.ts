import type { Handlers } from '#core/context.ts';
import { listChoices, listTickets } from './read-tickets.ts';

type Names = 'tickets.list' | 'tickets.choices';

export const tickets: Handlers<Names> = {
  'tickets.list': (input, { store }) => listTickets(store, input),
  'tickets.choices': (input, { store }) => listChoices(store, input),
};
