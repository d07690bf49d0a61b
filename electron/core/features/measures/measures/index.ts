export { measuresOf } from './gate-measures.ts';
