export { RolloutsPanel } from './RolloutsPanel.tsx';
