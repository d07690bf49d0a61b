export { FolderDialog } from './FolderDialog.tsx';
export { zoneOptions } from './zones.ts';
