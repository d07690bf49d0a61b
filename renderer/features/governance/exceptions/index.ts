export { AskException } from './AskException.tsx';
export { ExceptionsSection } from './ExceptionsSection.tsx';
