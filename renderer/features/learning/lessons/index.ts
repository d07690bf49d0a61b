export { AddLesson } from './AddLesson.tsx';
export { LessonsRoom } from './LessonsRoom.tsx';
export type { LessonsSearch } from './lessons-view.ts';
export { RisksWithLessons } from './on-release/RisksWithLessons.tsx';
