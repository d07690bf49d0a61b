export { GitPanel } from './GitPanel.tsx';
export { ReleaseChanges } from './ReleaseChanges.tsx';
