export { planDecision, recordDecision, writeDecision } from './record-decision.ts';
export { writeWithdrawal } from './withdraw-decision.ts';
