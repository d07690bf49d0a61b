import { z } from 'zod';
import { id, rev } from '../primitives.ts';
import { criticality, environmentKind, versionScheme } from './services.ts';

/** Rows one paste can bring. */
export const mostPasted = 500;

/** Of a row that changes something that is there: which, and as it was when it was looked at. */
const known = { id: id.optional(), rev: rev.optional() };

/** One row of a pasted list: whether its texts fit is told with the number of the row. */
export const pastedPerson = z.strictObject({
  ...known,
  name: z.string(),
  email: z.string().default(''),
  roles: z.array(z.string()).default([]),
});
export type PastedPerson = z.input<typeof pastedPerson>;

export const pastedService = z.strictObject({
  ...known,
  name: z.string(),
  criticality: criticality.default('medium'),
  financial: z.boolean().default(false),
  ownerIds: z.array(z.string()).default([]),
  versionScheme: versionScheme.default({ kind: 'semver' }),
  teamId: z.string().nullable().optional(),
});
export type PastedService = z.input<typeof pastedService>;

export const pastedEnvironment = z.strictObject({
  ...known,
  name: z.string(),
  kind: environmentKind,
  region: z.string().default(''),
});
export type PastedEnvironment = z.input<typeof pastedEnvironment>;
