export { createCalendar } from './handlers.ts';
export { createBlockedBy, createFindingsAt } from './placement.ts';
export { repeatedExceptions } from './placement-exceptions.ts';
export type { PlacementFacts } from './placement-subject.ts';
export { calendarFile } from './file.ts';
export { timelineExtract } from './timeline-handlers.ts';
