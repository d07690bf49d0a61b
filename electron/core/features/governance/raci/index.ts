export { raci } from './handlers.ts';
export { readMatrix } from './matrix.ts';
