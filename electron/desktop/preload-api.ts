import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';

export type PreloadCallOptions = {
  /** Person id, name or e-mail address; absent takes the device's choice. */
  actingAs?: string;
  /** A name of the caller's own, unique among its running calls, to stop this one with `cancel`. */
  key?: string;
};

/** `window.slipway` in the desktop's page: all that the page can reach outside itself. */
export type PreloadApi = {
  call(name: string, input: unknown, options?: PreloadCallOptions): Promise<Envelope>;
  /** Stops a running call at its next safe point; unknown keys do nothing. */
  cancel(key: string): Promise<void>;
  /** Returns the way to stop listening. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Where a file that was dropped into the window lies; empty for one that lies nowhere. */
  pathOf(file: File): string;
};

/** What travels over the channel `call`; the input is JSON text, so that it holds JSON values only. */
export type CallMessage =
  { name: string; input: string; actingAs?: string; key?: string } | { cancel: string };
