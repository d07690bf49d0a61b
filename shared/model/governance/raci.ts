import { z } from 'zod';
import { dateText, id, rev } from '../primitives.ts';
import { roleKey } from '../workspace/people.ts';

/** Responsible does it, accountable answers for it, consulted is asked before, informed hears after. */
export const raciLetters = ['R', 'A', 'C', 'I'] as const;
export const raciLetter = z.enum(raciLetters);
export type RaciLetter = z.infer<typeof raciLetter>;

/** One letter of the matrix. Exactly one of role and person is given. */
export const raciAssignment = z.strictObject({
  id,
  rev,
  gateKey: z.string().min(1).max(60),
  roleKey: roleKey.nullable(),
  personId: id.nullable(),
  letter: raciLetter,
  /** Null for every release; otherwise for this one, whose gate then goes by its own letters alone. */
  releaseId: id.nullable(),
});
export type RaciAssignment = z.infer<typeof raciAssignment>;

/**
 * Who stands in for a role or for a person, always or for a time. Exactly one of the two is given.
 * Somebody who is away says in the absence itself who stands in meanwhile.
 */
export const deputy = z.strictObject({
  id,
  rev,
  roleKey: roleKey.nullable(),
  personId: id.nullable(),
  deputyId: id,
  /** First and last day, both counted; null has no end on that side. */
  firstOn: dateText.nullable(),
  lastOn: dateText.nullable(),
  note: z.string().max(2000),
});
export type Deputy = z.infer<typeof deputy>;

export const raciFindingKinds = [
  'no-accountable',
  'many-accountable',
  'no-responsible',
  'own-request',
  'own-work',
  'no-deputy',
] as const;

/** Something wrong with who answers for what, with what to do about it. */
export const raciFinding = z.strictObject({
  kind: z.enum(raciFindingKinds),
  /** Null where it is about a role at every gate. */
  gateKey: z.string().nullable(),
  gate: z.string(),
  roleKey: z.string().nullable(),
  text: z.string(),
  todo: z.string(),
});
export type RaciFinding = z.infer<typeof raciFinding>;

/** A row of the matrix: the letters of a gate by role, and where they come from. */
export const raciRow = z.strictObject({
  gateKey: z.string(),
  gate: z.string(),
  from: z.enum(['release', 'workspace', 'policy']),
  letters: z.array(z.strictObject({ roleKey: z.string(), letters: z.array(raciLetter) })),
});
export type RaciRow = z.infer<typeof raciRow>;
