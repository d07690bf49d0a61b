/** The closed list of reasons a procedure can fail for; every host shows the same ones. */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'precondition_failed',
  'forbidden',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Field path (dots between levels, e.g. `components.0.version`) to what is wrong with it. */
export type FieldMessages = Record<string, string>;

/**
 * A refusal people can act on: its message says what was expected, what was found and what to do.
 * Rules and use cases throw it; the router turns it into the error half of an envelope.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldMessages | undefined;

  constructor(code: ErrorCode, message: string, fields?: FieldMessages) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

/** Closes a discriminated union: a new variant that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`);
}
