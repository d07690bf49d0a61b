export { exceptionsOfRelease } from './rows.ts';
export { exceptions } from './handlers.ts';
export { exceptionRows, viewsOf } from './rows.ts';
export { exceptionsFor, releaseExceptions } from './waiting.ts';
