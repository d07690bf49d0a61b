import { useEffect, useState } from 'react';
import { create } from 'zustand';

type ClockState = { now: number; read: () => number };

/** The time the screens speak of, in milliseconds since 1970. */
export const useClock = create<ClockState>((_set, get) => ({ now: 0, read: () => get().now }));

const tick = 15_000;

/** Moves the time of the screens along; `read` is the clock of the wiring. Gives back how to stop. */
export function startClock(read: () => number): () => void {
  const move = (): void => useClock.setState({ now: read() });
  useClock.setState({ read });
  move();
  const timer = setInterval(move, tick);
  return () => clearInterval(timer);
}

/** The present as ISO 8601 in UTC; all ages and countdowns on a screen move together with it. */
export function useNow(): string {
  return new Date(useClock((state) => state.now)).toISOString();
}

/** The present to the second, for clocks that are watched; it stands still while nothing runs. */
export function useSeconds(isRunning: boolean): string {
  const read = useClock((state) => state.read);
  const now = useClock((state) => state.now);
  const [second, setSecond] = useState(now);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setSecond(read()), 1000);
    return () => clearInterval(timer);
  }, [isRunning, read]);
  return new Date(Math.max(now, second)).toISOString();
}
