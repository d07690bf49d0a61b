/** Lets a limited number of works run at once; the others wait in the order they came. */
export type Gate = { run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> };

export function createGate(limit: number): Gate {
  let running = 0;
  const queue: (() => void)[] = [];

  const enter = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      signal?.throwIfAborted();
      if (running < limit) {
        running += 1;
        resolve();
        return;
      }
      const admit = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        queue.splice(queue.indexOf(admit), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      queue.push(admit);
    });

  // The place passes straight to the next in line, so `running` never drops between the two.
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    async run(work, signal) {
      await enter(signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
