import type { z } from 'zod';
import { contract, isProcedure } from '#shared/contract/index.ts';
import type { Parsed, ProcedureName } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import type { Context, Handler, Handlers } from './context.ts';
import type { Log } from './platform.ts';

/** Answers one call by name with the context made for it; never rejects. */
export type Route = (
  name: string,
  input: unknown,
  contextFor: (name: ProcedureName) => Context,
) => Promise<Envelope>;

/**
 * Validates the input, runs the handler, validates what it answers. Whatever goes wrong becomes the
 * error half of the envelope; `explain` puts failures of the file into words. Only refusals show
 * their message, anything else is logged and told as `internal`.
 */
export function createRouter(
  handlers: Handlers<ProcedureName>,
  log: Log,
  explain: (error: unknown) => unknown,
): Route {
  return async function route(name, input, contextFor) {
    try {
      if (!isProcedure(name)) throw unknownProcedure(name);
      return { ok: true, value: await run(name, input, contextFor(name), handlers[name]) };
    } catch (error) {
      return failure(name, explain(error), log);
    }
  };
}

async function run<N extends ProcedureName>(
  name: N,
  input: unknown,
  context: Context,
  handler: Handler<N>,
): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw invalidInput(name, parsed.error);
  const data: unknown = parsed.data;
  if (!isParsed(name, data)) throw new Error(`${name} was not validated`);
  const value = await handler(data, context);
  const checked = contract[name].output.safeParse(value);
  if (checked.success) return checked.data;
  throw new Error(`${name} answered against its contract: ${checked.error.message}`);
}

/** True for what the procedure's own schema has just parsed; states its type once. */
function isParsed<N extends ProcedureName>(_name: N, data: unknown): data is Parsed<N> {
  return data !== undefined;
}

function unknownProcedure(name: string): Refusal {
  const [feature] = name.split('.');
  const near = Object.keys(contract).filter((known) => known.startsWith(`${feature}.`));
  const hint =
    near.length > 0 ? `Known ones: ${near.join(', ')}.` : 'slipway procedures lists all of them.';
  return new Refusal('not_found', `There is no procedure ${name.slice(0, 100)}. ${hint}`);
}

function invalidInput(name: string, error: z.ZodError): Refusal {
  const fields: FieldMessages = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    fields[path] ??= issue.message;
  }
  const listed = Object.entries(fields).map(([path, message]) =>
    path === '' ? message : `${path}: ${message}`,
  );
  return new Refusal(
    'invalid_input',
    `${name} cannot take this input. ${listed.slice(0, 5).join('; ')}.`,
    fields,
  );
}

function failure(name: string, error: unknown, log: Log): Envelope {
  if (error instanceof Refusal) {
    const { code, message, fields } = error;
    return {
      ok: false,
      error: fields === undefined ? { code, message } : { code, message, fields },
    };
  }
  if (error instanceof DOMException && error.name === 'AbortError') {
    return {
      ok: false,
      error: { code: 'unavailable', message: 'Cancelled. What was already saved stays.' },
    };
  }
  log.error(`${name} failed`, error);
  return {
    ok: false,
    error: {
      code: 'internal',
      message: `${name} failed inside Slipway. Nothing of this call was saved; the log has the details. Try again, and report it if it happens twice.`,
    },
  };
}
