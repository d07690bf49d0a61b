import type { BackupPace } from '#shared/model/workspace/backups.ts';

const hour = 3_600_000;
const between: Record<Exclude<BackupPace, 'never'>, number> = {
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
};

export type MadeBackup = { path: string; at: number; bytes: number; head: string | null };

/** When the next one is due, milliseconds since 1970: at once where none was made; null for never. */
export function nextBackup(
  every: BackupPace,
  made: readonly MadeBackup[],
  now: number,
): number | null {
  if (every === 'never') return null;
  const newest = Math.max(...made.map(({ at }) => at));
  // A clock that was put back must not put backups off until it has caught up.
  return made.length === 0 || newest > now ? now : newest + between[every];
}

/** Due, and something happened since the last one: a copy of the same is no backup more. */
export function isBackupDue(
  every: BackupPace,
  made: readonly MadeBackup[],
  { now, head }: { now: number; head: string | null },
): boolean {
  const next = nextBackup(every, made, now);
  const newest = made.toSorted((a, b) => b.at - a.at)[0];
  return next !== null && next <= now && (newest === undefined || newest.head !== head);
}

/** Which of them are too many, the oldest first. */
export function tooMany(made: readonly MadeBackup[], keep: number): MadeBackup[] {
  return made
    .toSorted((a, b) => b.at - a.at)
    .slice(keep)
    .reverse();
}
