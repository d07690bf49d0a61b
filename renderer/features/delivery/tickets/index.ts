export { FromTickets } from './FromTickets.tsx';
export { ReleaseTickets } from './ReleaseTickets.tsx';
export { TicketChip } from './TicketChip.tsx';
export { TicketsPanel } from './TicketsPanel.tsx';
export { useItemTickets } from './use-item-tickets.ts';
export type { ItemStanding } from './use-item-tickets.ts';
