export { ConnectionScreen } from './ConnectionScreen.tsx';
export { ConnectionsScreen } from './ConnectionsScreen.tsx';
