import { icsLine, icsText } from './clean-text.ts';
import type { RawEvent } from './components.ts';
import { textsOf, unescapeText } from './content-lines.ts';
import type { ContentLine } from './content-lines.ts';

/** The events of one UID: what comes, and what differs in single occurrences of it. */
export type EventGroup = { uid: string; events: Properties[] };

/** The properties of an event by name; a class, since closures for each event cost as much as reading it. */
export class Properties {
  readonly #lines: readonly ContentLine[];

  constructor(lines: readonly ContentLine[]) {
    this.#lines = lines;
  }

  first(name: string): ContentLine | undefined {
    return this.#lines.find((line) => line.name === name);
  }

  all(name: string): readonly ContentLine[] {
    return this.#lines.filter((line) => line.name === name);
  }
}

/** Gathers the events of a file by UID; one without any is known by its start and its name. */
export function createGroups(): { add(event: RawEvent): void; groups(): EventGroup[] } {
  const byUid = new Map<string, EventGroup>();
  return {
    add({ properties }) {
      const event = new Properties(properties);
      const uid = uidOf(event);
      const known = byUid.get(uid);
      if (known === undefined) byUid.set(uid, { uid, events: [event] });
      else known.events.push(event);
    },
    groups: () => [...byUid.values()],
  };
}

function uidOf(event: Properties): string {
  const uid = icsLine(event.first('UID')?.value ?? '');
  if (uid !== '') return uid;
  return `${event.first('DTSTART')?.value ?? ''} ${nameOfEvent(event)}`
    .slice(0, 300)
    .toWellFormed();
}

/** One line without controls, whole; empty where the event has no name. */
export function nameOfEvent(event: Properties): string {
  return icsLine(unescapeText(event.first('SUMMARY')?.value ?? ''));
}

export function textOfEvent(event: Properties, name: string): string {
  return icsText(unescapeText(event.first(name)?.value ?? ''));
}

export function categoriesOf(event: Properties): string[] {
  return event.all('CATEGORIES').flatMap(({ value }) => textsOf(value));
}

export function isCancelled(event: Properties): boolean {
  return event.first('STATUS')?.value.trim().toUpperCase() === 'CANCELLED';
}

/** The newest version of the whole, and the newest of each occurrence that differs. */
export function newestOf(group: EventGroup): { main: Properties | null; changed: Properties[] } {
  const wholes = group.events.filter((event) => event.first('RECURRENCE-ID') === undefined);
  const changed = new Map<string, Properties>();
  for (const event of group.events) {
    const of = event.first('RECURRENCE-ID');
    if (of === undefined) continue;
    const key = `${of.parameters.get('TZID') ?? ''} ${of.value}`;
    changed.set(key, newer(changed.get(key), event));
  }
  const [first, ...others] = wholes;
  const main = first === undefined ? null : others.reduce(newer, first);
  return { main, changed: [...changed.values()] };
}

/** Of the same number the one that stands later in the file. */
function newer(one: Properties | undefined, other: Properties): Properties {
  return one !== undefined && sequenceOf(one) > sequenceOf(other) ? one : other;
}

function sequenceOf(event: Properties): number {
  const sequence = Number(event.first('SEQUENCE')?.value ?? 0);
  return Number.isFinite(sequence) ? sequence : 0;
}
