export { AskException } from './AskException.tsx';
export { ExceptionsSection } from './ExceptionsSection.tsx';
export { ExceptionsInForce } from './ExceptionsInForce.tsx';
