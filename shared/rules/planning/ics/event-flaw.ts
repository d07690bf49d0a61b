import type { ContentLine } from './content-lines.ts';
import { readTime } from './times.ts';
import type { IcsTime } from './times.ts';

/** What is wrong with one event: it alone is left out, with this reason. */
export class EventFlaw extends Error {
  /** The zone nobody knows; empty where something else is wrong. */
  readonly zone: string;

  constructor(reason: string, zone = '') {
    super(reason);
    this.zone = zone;
  }
}

/** Read as a time, or a flaw that says which one is wrong. */
export function timeOf(line: ContentLine | undefined, what: string): IcsTime {
  if (line === undefined) throw new EventFlaw(`It has no ${what}.`);
  const time = readTime(line.value, line.parameters);
  if (time !== null) return time;
  throw new EventFlaw(`Its ${what} “${line.value.slice(0, 40)}” is no date and time.`);
}

/** A wall-clock time for a message. */
export function inWords(wall: string): string {
  return wall.replace('T', ' ');
}
