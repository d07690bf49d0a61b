import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '../primitives.ts';
import { evidenceKind } from './evidence.ts';

export const controlKinds = ['regulatory', 'data-handling'] as const;
export const controlKind = z.enum(controlKinds);
export type ControlKind = z.infer<typeof controlKind>;

export const controlKey = z
  .string()
  .trim()
  .min(1, 'is empty; give it the number its source has')
  .max(60, 'is longer than 60 characters; shorten it');

/** Something a law, a standard or a contract asks for, and what proves that it is kept. */
export const control = z.strictObject({
  id,
  rev,
  /** As its source counts it: `PCI-6.5.3`. */
  key: controlKey,
  name: shortText,
  kind: controlKind,
  source: z.string().trim().max(200),
  proof: longText,
  /** A CEL condition over the facts of a release; empty applies to every release. */
  applies: z.string().max(2000),
  /** The gates that prove it once they are passed, by key. */
  gateKeys: z.array(z.string().max(60)).max(50),
  /** The kinds of evidence that prove it. */
  evidenceKinds: z.array(evidenceKind),
  retiredAt: instant.nullable(),
});
export type Control = z.infer<typeof control>;

/** Kept without a doubt, kept by an exception somebody granted, not kept yet, or nothing to keep. */
export const controlStates = ['met', 'excepted', 'open', 'not-applicable'] as const;
export const controlState = z.enum(controlStates);
export type ControlState = z.infer<typeof controlState>;

/** One thing that proves a control, or should: a gate or a piece of evidence. */
export const controlProof = z.strictObject({
  of: z.enum(['gate', 'evidence']),
  /** Of the gate or the evidence. */
  id,
  name: z.string(),
  holds: z.enum(['yes', 'by-exception', 'no']),
  /** How it stands, as a line. */
  said: z.string(),
});
export type ControlProof = z.infer<typeof controlProof>;

/** How one control stands for one release. */
export const releaseControl = z.strictObject({
  id,
  key: z.string(),
  name: z.string(),
  kind: controlKind,
  source: z.string(),
  proof: z.string(),
  state: controlState,
  /** Why it applies or does not: what its condition saw. */
  why: z.string(),
  proofs: z.array(controlProof),
  /** What is missing, each with how to get on; empty unless it is open. */
  missing: z.array(z.string()),
  /** Whether a piece of evidence would bring it further; a gate that is open needs its own way. */
  wantsEvidence: z.boolean(),
});
export type ReleaseControl = z.infer<typeof releaseControl>;
