import type { ShownEntry } from './entry-words.ts';
import type { Moving } from './use-moving.ts';

/** Where a deployment seems to come to lie; the check says exactly where, with clocks that change. */
export function movedEntry(
  moving: Moving | null,
  entries: readonly ShownEntry[],
): ShownEntry | null {
  if (moving === null) return null;
  const { entry, byDays } = moving;
  const own = entries.find(({ deploymentId }) => deploymentId === entry.deploymentId);
  if (own === undefined) return null;
  const moved = (at: string) => new Date(Date.parse(at) + byDays * dayMs).toISOString();
  return { ...own, startAt: moved(entry.startAt), endAt: moved(entry.endAt) };
}

/** The entries with the one that is on its way where it seems to come to lie. */
export function withGhost(entries: readonly ShownEntry[], ghost: ShownEntry | null) {
  if (ghost === null) return entries;
  const others = entries.filter(({ deploymentId }) => deploymentId !== ghost.deploymentId);
  return [...others, ghost].toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
}

const dayMs = 86_400_000;
