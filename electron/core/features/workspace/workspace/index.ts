export { remember } from './open.ts';
export { readWorkspace } from './read.ts';
