import { create } from 'zustand';

type ClockState = { now: number };

/** The time the screens speak of, in milliseconds since 1970. */
export const useClock = create<ClockState>(() => ({ now: 0 }));

const tick = 15_000;

/** Moves the time of the screens along; `read` is the clock of the wiring. Gives back how to stop. */
export function startClock(read: () => number): () => void {
  const move = (): void => useClock.setState({ now: read() });
  move();
  const timer = setInterval(move, tick);
  return () => clearInterval(timer);
}

/** The present as ISO 8601 in UTC; all ages and countdowns on a screen move together with it. */
export function useNow(): string {
  return new Date(useClock((state) => state.now)).toISOString();
}
