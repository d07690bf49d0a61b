export { DecisionForm } from './DecisionForm.tsx';
export { askedInWords } from './seats.ts';
