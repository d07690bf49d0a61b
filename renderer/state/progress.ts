import { create } from 'zustand';
import type { Progress } from '#shared/contract/procedure.ts';

type ProgressState = {
  /** By id, in the order they began. */
  running: readonly Progress[];
  put: (progress: Progress) => void;
};

/** Long work that goes on wherever people go in the application. */
export const useProgress = create<ProgressState>((set) => ({
  running: [],
  put: (progress) => set(({ running }) => ({ running: withProgress(running, progress) })),
}));

function withProgress(running: readonly Progress[], progress: Progress): readonly Progress[] {
  const isSame = (other: Progress): boolean => other.id === progress.id;
  if (progress.state !== 'running') return running.filter((other) => !isSame(other));
  if (!running.some(isSame)) return [...running, progress];
  return running.map((other) => (isSame(other) ? progress : other));
}
