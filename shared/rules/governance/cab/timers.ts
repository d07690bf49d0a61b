import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';

type RunningMeeting = Pick<CabMeeting, 'startedAt' | 'closedAt' | 'pausedAt' | 'pausedSeconds'>;
type RunningItem = Pick<CabItem, 'openedAt' | 'spentSeconds'>;

/** How long a meeting has taken without its pauses, in seconds; nothing before it started. */
export function meetingSeconds(meeting: RunningMeeting, now: string): number {
  const { startedAt, closedAt, pausedAt, pausedSeconds } = meeting;
  if (startedAt === null) return 0;
  return Math.max(0, secondsBetween(startedAt, closedAt ?? pausedAt ?? now) - pausedSeconds);
}

/** How long an item was open, all its turns together. What was spent before a restart is kept. */
export function itemSeconds({ openedAt, spentSeconds }: RunningItem, now: string): number {
  return spentSeconds + (openedAt === null ? 0 : Math.max(0, secondsBetween(openedAt, now)));
}

export function secondsBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 1000);
}

/** `4:07`, `1:04:07`. */
export function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** `4 min`, `1 h 4 min`, `under a minute`: how minutes tell a time. */
export function spentText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
