import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '../primitives.ts';
import { evidenceKind } from './evidence.ts';

export const controlKinds = ['regulatory', 'data-handling'] as const;
export const controlKind = z.enum(controlKinds);
export type ControlKind = z.infer<typeof controlKind>;

/** Something a law, a standard or a contract asks for, and what proves that it is kept. */
export const control = z.strictObject({
  id,
  rev,
  /** As its source counts it: `PCI-6.5.3`. */
  key: z.string().trim().min(1, 'is empty').max(60),
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
