export { TicketsPanel } from './TicketsPanel.tsx';
