/**
 * Does something from time to time while the host runs; the next time waits for the end of the one
 * before. Gives back how to stop.
 */
export function fromTimeToTime(work: () => Promise<void>, every: number): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => void work().finally(wait), every);
    // Nothing is kept running for it.
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}
