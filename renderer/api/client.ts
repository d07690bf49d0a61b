import type { Contract, Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { Transport } from './transport.ts';

/** Procedures that read, and procedures that change something, by the kind the contract gives them. */
export type QueryName = {
  [N in ProcedureName]: Contract[N]['kind'] extends 'query' ? N : never;
}[ProcedureName];
export type CommandName = Exclude<ProcedureName, QueryName>;

/** Asks the core by name; input and answer have the types of the contract. */
export async function callProcedure<N extends ProcedureName>(
  transport: Transport,
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Envelope<Output<N>>> {
  const envelope = await transport.call(name, input, signal);
  if (!envelope.ok) return envelope;
  return isAnswer<N>(envelope.value) ? { ok: true, value: envelope.value } : noAnswer();
}

/**
 * The core validated the answer against the same contract; doing it again here would bring every
 * schema into the first screen. What is left to see is that there is one.
 */
function isAnswer<N extends ProcedureName>(value: unknown): value is Output<N> {
  return value !== undefined;
}

function noAnswer(): Envelope<never> {
  const message = 'Expected an answer from Slipway and found an empty one. Reload this page.';
  return { ok: false, error: { code: 'internal', message } };
}
