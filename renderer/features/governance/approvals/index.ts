export { AskForm } from './AskForm.tsx';
export { DecisionForm } from './DecisionForm.tsx';
export { OverruleNoGo } from './OverruleNoGo.tsx';
export { askedInWords, seatsFor } from './seats.ts';
