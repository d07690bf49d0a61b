export { AskException } from './AskException.tsx';
export { DecideException } from './DecideException.tsx';
export { WithdrawException } from './WithdrawException.tsx';
export { ExceptionsSection } from './ExceptionsSection.tsx';
export { ExceptionsInForce } from './ExceptionsInForce.tsx';
export { exceptionLook } from './exception-words.ts';
