export { remember } from './open.ts';
export { readWorkspace } from './read.ts';
export { backupPath } from './restore.ts';
