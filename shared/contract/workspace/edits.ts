import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { command, everyTopic, query } from '../procedure.ts';
import type { Topic } from '../procedure.ts';

/** An edit can be of anything but what providers tell and what the device keeps. */
const topics: readonly Topic[] = everyTopic.filter(
  (topic) => topic !== 'device' && topic !== 'pipelines',
);

const step = z.strictObject({
  /** Id of the command. */
  command: id,
  /** The procedure, `scope.update`. */
  name: z.string(),
  at: instant,
  /** What it did, “changed the title of PAY-914”. */
  what: z.string(),
  releaseIds: z.array(id),
});
export type EditStep = z.infer<typeof step>;

const takenBack = z.strictObject({
  /** “Undid: changed the title of PAY-914”. */
  what: z.string(),
  /** Id of the command that was undone or done again. */
  command: id,
  name: z.string(),
  /** Entries the journal has of it. */
  entries: z.number().int(),
  releaseIds: z.array(id),
});
export type TakenBack = z.infer<typeof takenBack>;

/** Absent takes the newest one; an id takes that one, whatever was done after it. */
const which = z.strictObject({ command: id.optional() });

export const edits = {
  'edits.state': query({
    about:
      'Tells what undo and redo would do next for the acting person on this device, newest first.',
    input: z.strictObject({}),
    output: z.strictObject({
      undo: z.array(step),
      redo: z.array(step),
      /** Why the newest thing done cannot be undone, with the way out; null when it can. */
      inTheWay: z.string().nullable(),
    }),
    topics: [...topics, 'pipelines', 'device'],
  }),
  'edits.undo': command({
    about:
      'Undoes the newest edit of the acting person on this device; refused when somebody built on it since.',
    input: which,
    output: takenBack,
    topics,
  }),
  'edits.redo': command({
    about: 'Does the edit again that was undone last; a new edit ends what can be done again.',
    input: which,
    output: takenBack,
    topics,
  }),
};
