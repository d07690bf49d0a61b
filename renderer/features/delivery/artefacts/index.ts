export { ArtefactsPanel } from './ArtefactsPanel.tsx';
