import { readMessage } from './message.ts';

/** A commit as the rules read it. Times are milliseconds since 1970; null where git tells none. */
export type Commit = {
  id: string;
  parents: readonly string[];
  authoredAt: number | null;
  committedAt: number | null;
  subject: string;
  body: string;
};

/** The fields of `git log` for each commit, in this order, each ended by NUL. */
export const logFormat = '%H%x00%P%x00%at%x00%ct%x00%B';
export const logFieldCount = 5;

const wholeId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Reads the fields of a log. A message cannot hold a NUL, which ends it for git; should fields be out
 * of step all the same, what is no commit is passed over and counted.
 */
export function readLog(fields: readonly string[]): { commits: Commit[]; unread: number } {
  const commits: Commit[] = [];
  let unread = 0;
  let at = 0;
  while (at < fields.length) {
    const commit = commitOf(fields.slice(at, at + logFieldCount));
    if (commit === null) {
      at += 1;
      unread += 1;
    } else {
      commits.push(commit);
      at += logFieldCount;
    }
  }
  return { commits, unread };
}

function commitOf([id, parents, authored, committed, message]: readonly string[]): Commit | null {
  if (id === undefined || !wholeId.test(id) || message === undefined) return null;
  const parentIds = (parents ?? '').split(' ').filter((parent) => parent !== '');
  if (!parentIds.every((parent) => wholeId.test(parent))) return null;
  return {
    id,
    parents: parentIds,
    authoredAt: timeOf(authored),
    committedAt: timeOf(committed),
    ...readMessage(message),
  };
}

/** As far as a time is believed: git is from 2005, but histories were imported from before. */
const latest = Date.UTC(2200, 0);

/** Seconds since 1970 as git prints them; 0 and what lies out of reach is no time anybody meant. */
function timeOf(seconds: string | undefined): number | null {
  const ms = Number(seconds) * 1000;
  return seconds !== undefined && /^\d+$/.test(seconds) && ms > 0 && ms < latest ? ms : null;
}

/** Twelve digits, as commits are shown everywhere. */
export function shortId(commit: string): string {
  return commit.slice(0, 12);
}
