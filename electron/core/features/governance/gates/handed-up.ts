import type { LessonsOf } from './lessons-asked.ts';
import type { MeasuresOf } from './measures-asked.ts';

/** What gates are judged from that later areas know. */
export type HandedUp = { lessonsOf: LessonsOf; measuresOf: MeasuresOf };

/**
 * Gates are judged from so many places that handing this through each of them would bury what they
 * are about. So it is handed up once, where the features are put together, before anything is called.
 */
let known: HandedUp | null = null;

export function handUp(given: HandedUp): void {
  known = given;
}

export function handedUp(): HandedUp {
  if (known === null) throw new Error('gates were judged before later areas were handed up');
  return known;
}
