export { DecisionForm } from './DecisionForm.tsx';
export { askedInWords } from './seats.ts';
export { channelWords, outcomeWords } from './outcome-words.ts';
