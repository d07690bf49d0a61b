import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText } from '../primitives.ts';
import { phase } from './releases.ts';

/** Consulted people are asked before something is decided, informed ones are told afterwards. */
export const involvements = ['consulted', 'informed'] as const;
export const involvement = z.enum(involvements);

/** Somebody who has an interest in a release; of the workspace's people or from outside. */
export const stakeholder = z.strictObject({
  id,
  rev,
  releaseId: id,
  personId: id.nullable(),
  name: shortText,
  interest: z.string().max(500),
  involvement,
  /** How to reach them: an e-mail address, a number, a channel. */
  contact: z.string().max(300),
});
export type Stakeholder = z.infer<typeof stakeholder>;

export const interest = z
  .string()
  .trim()
  .max(500, 'is longer than 500 characters; shorten it')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

export const contact = z
  .string()
  .trim()
  .max(300, 'is longer than 300 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

export const taskKinds = ['task', 'milestone'] as const;
export const taskKind = z.enum(taskKinds);

/** Work that takes working days, or a milestone, which takes none. */
export const task = z.strictObject({
  id,
  rev,
  releaseId: id,
  kind: taskKind,
  title: shortText,
  /** It starts on this day at the earliest; null where its predecessors alone say when. */
  startOn: dateText.nullable(),
  /** In working days; 0 for a milestone. */
  durationDays: z.number().int().min(0).max(1000),
  ownerId: id.nullable(),
  /** What must be done before it begins. */
  predecessorIds: z.array(id).max(50),
  doneOn: dateText.nullable(),
  note: longText,
  order: z.string(),
});
export type Task = z.infer<typeof task>;

/** A task with what the schedule makes of it. */
export const taskView = z.strictObject({
  ...task.shape,
  /** When it begins and ends by the schedule; on working days, unless it was done on another one. */
  beginsOn: dateText,
  endsOn: dateText,
  /** Not done, and its end lies before today. */
  late: z.boolean(),
  /** Whether it is one of those that say when the plan ends. */
  critical: z.boolean(),
  /** Working days it can slip without moving the end of the plan or the start; null when done. */
  slackDays: z.number().int().nullable(),
  /** Why it begins when it does, as a sentence. */
  why: z.string(),
});
export type TaskView = z.infer<typeof taskView>;

/** The tasks of a release in their order, and what they come to. */
export const planView = z.strictObject({
  tasks: z.array(taskView),
  /** Null for an empty plan. */
  endsOn: dateText.nullable(),
  /** The day the release is planned to start. */
  releaseOn: dateText.nullable(),
  /** Whether something is to be done after that day. */
  runsOver: z.boolean(),
  /** What the plan comes to, as a sentence. */
  why: z.string(),
  /** The tasks that say when the plan ends, each waiting for the one before it. */
  chain: z.array(id),
  /** Monday is 1. */
  workingDays: z.array(z.number().int().min(1).max(7)),
  /** The day lateness is counted to: today, and for a closed release the day it was closed. */
  today: dateText,
});
export type PlanView = z.infer<typeof planView>;

export const dependencyKinds = [
  'release',
  'external-service',
  'data-migration',
  'integration-point',
] as const;
export const dependencyKind = z.enum(dependencyKinds);

/** `met` when it no longer is in the way. */
export const dependencyStates = ['open', 'agreed', 'at-risk', 'met'] as const;
export const dependencyState = z.enum(dependencyStates);

/** In working days. */
export const lagDays = z
  .number()
  .int('is no whole number of working days')
  .min(0, 'is less than 0 working days')
  .max(250, 'is longer than 250 working days; give the day it is expected instead');

/** What a release needs of something outside of it. */
export const dependency = z.strictObject({
  id,
  rev,
  releaseId: id,
  kind: dependencyKind,
  title: shortText,
  /** The other release, for the kind `release`; null for the others. */
  targetReleaseId: id.nullable(),
  ownerId: id.nullable(),
  state: dependencyState,
  neededOn: dateText.nullable(),
  /** Working days between the end of what it names and the start of this release. */
  lagDays,
  /** When what is no release is expected to be there; a release says so itself. */
  expectedOn: dateText.nullable(),
  note: longText,
});
export type Dependency = z.infer<typeof dependency>;

const otherRelease = {
  name: z.string(),
  number: z.number().int(),
  phase,
  startAt: instant.nullable(),
};

/** A dependency with what became of what it names. */
export const dependencyView = z.strictObject({
  ...dependency.shape,
  /** The release it names; null for the other kinds. */
  target: z.strictObject(otherRelease).nullable(),
  /** Whether it comes too late for this release, or not at all. */
  late: z.boolean(),
  /** How it stands, as a sentence; empty where there is nothing to say. */
  why: z.string(),
});
export type DependencyView = z.infer<typeof dependencyView>;

/** Another release that depends on this one. */
export const neededBy = z.strictObject({
  /** Of the dependency, which the other release has. */
  id,
  releaseId: id,
  ...otherRelease,
  title: z.string(),
  state: dependencyState,
  neededOn: dateText.nullable(),
  lagDays,
  late: z.boolean(),
  why: z.string(),
});
export type NeededBy = z.infer<typeof neededBy>;
