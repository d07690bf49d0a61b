export { exceptionsOfRelease } from './rows.ts';
export { exceptions } from './handlers.ts';
export { exceptionsFor } from './waiting.ts';
