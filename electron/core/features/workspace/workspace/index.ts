export { readWorkspace } from './read.ts';
