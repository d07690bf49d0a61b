export { recordDecision } from './record-decision.ts';
export { planDecision, writeDecision } from './record-decision.ts';
export { writeWithdrawal } from './withdraw-decision.ts';
