import { z } from 'zod';
import { raciFinding, raciLetter, raciRow } from '#shared/model/governance/raci.ts';
import { id } from '#shared/model/primitives.ts';
import { role, roleKey } from '#shared/model/workspace/people.ts';
import { command, query } from '../procedure.ts';

const of = z.strictObject({
  /** The release whose gates are asked about; null asks about those of the policy in force. */
  releaseId: id.nullable().default(null),
});
const topics = [
  ...(['raci', 'deputies', 'people', 'policies', 'gates', 'releases', 'absences'] as const),
] as const;

export const raci = {
  'raci.matrix': query({
    about:
      'Gives who is responsible, accountable, consulted and informed, gate by gate and role by role: as given, else as the policy has it.',
    input: of,
    output: z.strictObject({ roles: z.array(role), rows: z.array(raciRow) }),
    topics,
  }),
  'raci.check': query({
    about:
      'Checks the matrix: one accountable, somebody responsible, no approver who asked for the release, a deputy for whoever is accountable.',
    input: of,
    output: z.array(raciFinding),
    topics,
  }),
  'raci.set': command({
    about:
      'Gives a role its letters at a gate, for every release or for one. The other roles of the gate keep what they have.',
    input: z.strictObject({
      gateKey: z.string().min(1).max(60),
      roleKey,
      letters: z.array(raciLetter).max(4),
      releaseId: id.nullable().default(null),
    }),
    output: raciRow,
    topics: ['raci', 'gates', 'approvals'],
  }),
  'raci.reset': command({
    about: 'Takes the letters that were given at a gate away: it goes by the policy again.',
    input: z.strictObject({ gateKey: z.string(), releaseId: id.nullable().default(null) }),
    output: z.strictObject({ removed: z.number().int() }),
    topics: ['raci', 'gates', 'approvals'],
  }),
};
