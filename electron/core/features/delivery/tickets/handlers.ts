import type { Handlers } from '#core/context.ts';
import { findTickets } from './find.ts';
import { followVersion, unfollowVersion } from './follow.ts';
import { listChoices, listTickets } from './read-tickets.ts';
import { readStanding } from './standing.ts';
import { takeTickets } from './take.ts';

type Names =
  | 'tickets.list'
  | 'tickets.choices'
  | 'tickets.find'
  | 'tickets.take'
  | 'tickets.follow'
  | 'tickets.unfollow'
  | 'tickets.standing';

export const tickets: Handlers<Names> = {
  'tickets.list': (input, { store }) => listTickets(store, input),
  'tickets.choices': (input, { store }) => listChoices(store, input),
  'tickets.find': (input, context) => findTickets(input, context),
  'tickets.take': (input, context) => takeTickets(input, context),
  'tickets.follow': (input, context) => followVersion(input, context),
  'tickets.unfollow': (input, context) => unfollowVersion(input, context),
  'tickets.standing': (input, context) => readStanding(input, context),
};
