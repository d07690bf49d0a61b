import type { AppEvent, CallError, Envelope } from '#shared/contract/procedure.ts';

/**
 * Whether the core can be heard. `refused` means that a program answers which does not know this
 * page's token: another launch, so that only opening its new address helps.
 */
export type LinkState = 'connected' | 'lost' | 'refused';

export type Upload = {
  file: File;
  /** Bytes sent so far. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
};

/** How this page reaches the core; the same for every host. */
export type Transport = {
  /** Never rejects but for an aborted signal: what went wrong on the way is the error of the envelope. */
  call(name: string, input: unknown, signal?: AbortSignal): Promise<Envelope>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Called with the present state at once, then with each change. */
  onLink(listener: (state: LinkState) => void): () => void;
  /** Streams a file to the host; null where the core reads the path itself. */
  upload: ((upload: Upload) => Promise<Envelope<{ upload: string }>>) | null;
  /** Where a dropped file lies on this machine, for a core that reads it there; empty where nowhere. */
  pathOf?: (file: File) => string;
};

/** The error half of an envelope as an exception, for react-query and error boundaries. */
export class CallFailure extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

export function unreachable(): Envelope<never> {
  const message =
    'Expected an answer from Slipway and found no connection to it. Nothing you typed is lost; if it was closed, start it again with npm start, then try again.';
  return { ok: false, error: { code: 'unavailable', message } };
}
