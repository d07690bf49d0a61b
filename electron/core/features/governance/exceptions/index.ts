export { exceptions } from './handlers.ts';
export { exceptionRows, exceptionsOfRelease, viewsOf } from './rows.ts';
export { exceptionsFor } from './waiting.ts';
