import { z } from 'zod';
import { id, instant, rev } from '../primitives.ts';
import { scopeKind } from '../planning/scope.ts';

/** The id of a commit: 40 digits, or 64 where a repository counts by SHA-256. */
export const commitId = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'is no commit id of 40 or 64 digits');

/** A path of this device, as it is typed. */
export const repositoryPath = z
  .string()
  .trim()
  .min(1, 'is empty; give the folder of a repository')
  .max(4096, 'is longer than 4,096 characters; shorten it')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

/** How a change came onto the line that is released. */
export const landings = ['commit', 'merge', 'squash'] as const;
export type Landing = (typeof landings)[number];

/** What a release brings of one landing: a commit, a merge with all that it brought, a squash of it. */
const changeFacts = {
  /** The commit that landed it. */
  commit: commitId,
  title: z.string().max(200),
  tickets: z.array(z.string().max(60)),
  /** `#12`, `!34`: the pull or merge request it came by; empty where none is named. */
  pull: z.string().max(60),
  landed: z.enum(landings),
  /** How many commits it holds; of a squash that is one, whatever was squashed. */
  commits: z.number().int().positive(),
  /** Author's time of the commit that landed it; it stays when history is rewritten. */
  authoredAt: instant,
  /** When that commit was made. */
  committedAt: instant,
  /** Author's time of the first of its commits: where lead time begins. */
  firstCommitAt: instant,
};

/** A change as a release keeps it. */
export const change = z.strictObject({
  id,
  rev,
  releaseId: id,
  serviceId: id.nullable(),
  scopeItemId: id.nullable(),
  ...changeFacts,
});
export type Change = z.infer<typeof change>;

/** A change as it is read between two commits. */
export const foundChange = z.strictObject({
  ...changeFacts,
  /** The conventional type in front of its title (`feat`); empty where there is none. */
  type: z.string(),
  /** The part of the software the type names in brackets. */
  part: z.string(),
  kind: scopeKind,
  /** Work that nobody outside notices: documentation, tests, builds. */
  housekeeping: z.boolean(),
  breaking: z.boolean(),
});
export type FoundChange = z.infer<typeof foundChange>;

/** What choosing a row writes: an item with its changes, changes of an item that is there, or nothing. */
export const rowEffects = ['item', 'changes', 'nothing'] as const;

/** A row of what lies between two commits, as it would be added, or why it is not. */
export const rangeRow = z.strictObject({
  /** Names the row when it is chosen: its ticket, or the commit of its change. */
  key: z.string(),
  adds: z.enum(rowEffects),
  /** Whether it is chosen unless somebody says otherwise. */
  proposed: z.boolean(),
  kind: scopeKind,
  ticket: z.string().max(60),
  title: z.string().max(200),
  note: z.string(),
  breaking: z.boolean(),
  /** The oldest first. */
  changes: z.array(foundChange),
  /** Why nothing is added; empty where something is. */
  reason: z.string(),
  /** It was reverted, or takes back what lies between: it changes nothing. */
  undone: z.boolean(),
  /** What is to be known before it is added, a sentence each. */
  cautions: z.array(z.string()),
});
export type RangeRow = z.infer<typeof rangeRow>;

/** A name in a repository, and the commit it stands for. */
export const namedCommit = z.strictObject({ name: z.string(), commit: commitId });
export type NamedCommit = z.infer<typeof namedCommit>;

/** A tag or branch that can be chosen. */
export const refChoice = z.strictObject({
  name: z.string(),
  /** Null for a tag of a tag, which is looked up when it is chosen. */
  commit: commitId.nullable(),
  at: instant.nullable(),
});
export type RefChoice = z.infer<typeof refChoice>;

export const repositoryKinds = ['repository', 'bare', 'worktree', 'submodule'] as const;
export type RepositoryKind = (typeof repositoryKinds)[number];
