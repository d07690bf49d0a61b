export { RisksTab } from './RisksTab.tsx';
