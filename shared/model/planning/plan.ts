import { z } from 'zod';
import { dateText, id, longText, rev, shortText } from '../primitives.ts';

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
  note: longText,
});
export type Dependency = z.infer<typeof dependency>;
