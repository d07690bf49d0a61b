/** Thrown by `withDeadline` when the time was up first. */
export class DeadlinePassed extends Error {
  constructor(ms: number) {
    super(`no complete answer within ${ms} ms`);
    this.name = 'DeadlinePassed';
  }
}

/**
 * Runs `work` with a signal that fires when the caller's does or `ms` milliseconds have passed.
 * A timer of our own instead of AbortSignal.any over AbortSignal.timeout: it is cleared when the
 * work ends, so that thousands of requests leave no timers behind.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const passOn = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlinePassed(ms)), ms);
  signal?.addEventListener('abort', passOn, { once: true });
  try {
    return await work(controller.signal);
  } catch (error) {
    // fetch and its body wrap or replace the reason at times; the signal always has the true one.
    if (controller.signal.aborted) throw controller.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', passOn);
  }
}
