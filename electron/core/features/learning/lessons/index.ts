export { lessonsDue } from './due.ts';
export { lessons } from './handlers.ts';
export { lessonsForRelease } from './on-release.ts';
export { lessonsOf } from './touching.ts';
