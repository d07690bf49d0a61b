/** What a test can ask the running stand-in for; each is answered with `value`. */
export type Order =
  /** Clicks a menu item by its labels or roles. */
  | { what: 'menu'; path: string[] }
  /** Sets the answer of the next dialog: chosen files, or the index of a button. */
  | { what: 'next-dialog'; files?: string[]; button?: number }
  | { what: 'dialogs' }
  /** Requests that left the page's own origin; all were stopped. */
  | { what: 'requests' }
  | { what: 'opened-links' }
  | { what: 'permission'; name: string }
  /** Sends a message over the IPC channel as another frame would. */
  | { what: 'foreign-call'; url: string; subframe: boolean }
  | { what: 'kill-core' }
  | { what: 'quit' };

export type Report =
  { type: 'window'; debuggingPort: number } | { type: 'answer'; id: number; value: unknown };

type Handler = (order: Order) => unknown;
let handler: Handler | null = null;

/** The stand-in's side of the channel to the test that started it. */
export function onOrder(handle: Handler): void {
  handler = handle;
  // Listening must not keep a program alive that has quit.
  process.channel?.unref();
}

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  void Promise.resolve(handler?.(order)).then((value) =>
    report({ type: 'answer', id, value: value ?? null }),
  );
});

export function report(message: Report): void {
  process.send?.(message);
}
