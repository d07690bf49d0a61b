export { readFamily } from './family.ts';
export { createMoves } from './handlers.ts';
