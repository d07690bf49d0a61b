import type { CallError } from '#shared/contract/procedure.ts';
import type { CallFailure } from './transport.ts';

/** The parts of an error panel for a refused call: `what` failed, why and what to do, and what to copy. */
export function errorParts(
  what: string,
  failure: CallError | CallFailure,
): { what: string; why: string; details: string } {
  const error = failure instanceof Error ? failure.error : failure;
  const fields = Object.entries(error.fields ?? {}).map(([path, text]) => `${path}: ${text}`);
  const details = [what, `${error.code}: ${error.message}`, ...fields].join('\n');
  return { what, why: error.message, details };
}
