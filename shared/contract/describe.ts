import { z } from 'zod';
import { contract, isProcedure } from './index.ts';

export type ProcedureDescription = {
  name: string;
  kind: 'query' | 'command';
  about: string;
  input: unknown;
  output: unknown;
};

/** The contract with its JSON schemas (draft 2020-12), for scripts and other programs. */
export function describeContract(): ProcedureDescription[] {
  return Object.keys(contract)
    .filter(isProcedure)
    .map((name) => {
      const { kind, about, input, output } = contract[name];
      return {
        name,
        kind,
        about,
        input: z.toJSONSchema(input, { io: 'input' }),
        output: z.toJSONSchema(output, { io: 'input' }),
      };
    });
}
