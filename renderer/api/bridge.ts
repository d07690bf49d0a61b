import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';

/** What the desktop's preload script puts on the window; absent in the browser host. */
export type SlipwayBridge = {
  /** `key` is a name of the caller's own, to stop the call with `cancel`. */
  call(name: string, input: unknown, options?: { key?: string }): Promise<Envelope>;
  cancel(key: string): Promise<void>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Where a file that was dropped into the window lies; empty for one that lies nowhere. */
  pathOf(file: File): string;
};

declare global {
  // Declarations of the window merge only as a `var`.
  var slipway: SlipwayBridge | undefined;
}
