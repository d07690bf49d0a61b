/** What the schedule goes by. Instants in milliseconds since 1970, UTC. */
export type Scheduled = {
  /** Null: only when somebody asks. */
  everyMinutes: number | null;
  /** Also when somebody comes back to the window. */
  onFocus: boolean;
  nextSyncAt: number | null;
  lastTriedAt: number | null;
  rateLimitedUntil: number | null;
};

const minute = 60_000;
/** Whoever goes to and fro between windows does not ask the provider each time. */
const betweenFocuses = minute;
/** The largest part of the interval a sync comes late by chance, so that not all ask at once. */
const jitter = 0.1;

/** When a connection is synced by itself after `now`; null where it is not. `chance` is 0 up to 1. */
export function nextSync(everyMinutes: number | null, now: number, chance: number): number | null {
  if (everyMinutes === null) return null;
  return Math.round(now + everyMinutes * minute * (1 + jitter * chance));
}

/** Whether a connection is to be synced by itself now; `focus` when somebody came back to the window. */
export function isSyncDue(
  { everyMinutes, onFocus, nextSyncAt, lastTriedAt, rateLimitedUntil }: Scheduled,
  { now, focus }: { now: number; focus: boolean },
): boolean {
  if (rateLimitedUntil !== null && rateLimitedUntil > now) return false;
  if (focus && onFocus) {
    // A time to come is of a clock that was put back.
    if (lastTriedAt === null || lastTriedAt > now) return true;
    if (now - lastTriedAt >= betweenFocuses) return true;
  }
  if (everyMinutes === null) return false;
  const farthest = now + everyMinutes * minute * (1 + jitter);
  return nextSyncAt === null || nextSyncAt <= now || nextSyncAt > farthest;
}

/** Why a connection that is synced by itself is not now; null where nothing is in the way. */
export function pausedWhy({
  online,
  host,
  locked,
  nobody,
}: {
  online: boolean;
  /** Of the connection's address. */
  host: string;
  /** The file of tokens was not opened in this session. */
  locked: boolean;
  /** Nobody is chosen as the person who works on this device. */
  nobody: boolean;
}): string | null {
  if (nobody) return 'Paused: nobody is chosen as the person who works here';
  if (locked) return 'Paused: the file of tokens is locked. Unlock it in Settings, This device';
  if (!online && !isThisMachine(host)) return 'Paused: this computer is offline';
  return null;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
