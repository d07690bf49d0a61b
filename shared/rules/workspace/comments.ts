import { Refusal } from '#shared/model/refusal.ts';

type Said = { byId: string; mentions: readonly string[]; at: number; editedAt: number | null };

/**
 * Whether somebody has not read a comment yet, by the time up to which they have read. An edit makes
 * it new only for those it mentions: they may be the reason for it.
 */
export function isUnread(said: Said, personId: string | null, seenAt: number | null): boolean {
  if (personId === null || said.byId === personId) return false;
  const seen = seenAt ?? -Infinity;
  if (said.at > seen) return true;
  return said.editedAt !== null && said.editedAt > seen && said.mentions.includes(personId);
}

/** The time by which a comment has last said something. */
export function lastSaid({ at, editedAt }: Pick<Said, 'at' | 'editedAt'>): number {
  return Math.max(at, editedAt ?? at);
}

/** What somebody said is theirs to change: anybody else answers it. */
export function requireAuthor(
  byId: string,
  actorId: string,
  author: string,
  word: 'changed' | 'removed',
): void {
  if (byId === actorId) return;
  throw new Refusal(
    'forbidden',
    `This comment is by ${author}, so only they can have it ${word}. Answer it with a comment of your own.`,
  );
}
