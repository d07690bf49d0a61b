export { createMoves } from './handlers.ts';
