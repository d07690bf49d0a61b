export { recordDecision } from './record-decision.ts';
