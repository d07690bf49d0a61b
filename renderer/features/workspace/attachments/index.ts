export { AttachedMark } from './AttachedMark.tsx';
export { AttachedParts } from './AttachedParts.tsx';
export { AttachedToggle } from './AttachedToggle.tsx';
export { Attachments } from './Attachments.tsx';
export { useFileDrop } from './use-file-drop.ts';
export { useOpened } from './use-opened.ts';
export { countInWords, useAttachedCounts } from './use-attached-counts.ts';
export type { AttachedCount } from './use-attached-counts.ts';
