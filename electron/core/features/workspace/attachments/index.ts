export { createAttachments } from './handlers.ts';
export { moveAttached } from './move.ts';
export { namesOfThings, requirePlace } from './places.ts';
export { readGiven } from './read-given.ts';
export { listAttachments } from './rows.ts';
