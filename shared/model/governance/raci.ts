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
