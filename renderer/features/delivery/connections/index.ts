export { ConnectionScreen } from './ConnectionScreen.tsx';
export { ConnectionsScreen } from './ConnectionsScreen.tsx';
export { standingOf as connectionStanding } from './connection-words.ts';
