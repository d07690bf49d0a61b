export { GatesTab } from './GatesTab.tsx';
