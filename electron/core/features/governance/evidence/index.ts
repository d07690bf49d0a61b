export { keepDetails } from './details.ts';
export { evidence } from './handlers.ts';
export { differenceToLast } from './last-release.ts';
export { readEvidence } from './read-evidence.ts';
export type { ReadEvidence } from './read-evidence.ts';
export { componentsNow, listEvidence, toEntry } from './rows.ts';
