import { z } from 'zod';
import { id, instant, longText, minutes, plannedAt, rev, shortText, zone } from '../primitives.ts';

export const meetingKinds = ['regular', 'emergency'] as const;
export const meetingKind = z.enum(meetingKinds);
export type MeetingKind = z.infer<typeof meetingKind>;

export const meetingStates = ['planned', 'running', 'paused', 'closed'] as const;
export const meetingState = z.enum(meetingStates);
export type MeetingState = z.infer<typeof meetingState>;

/** A meeting of the change advisory board. An emergency one needs two people and no notice. */
export const cabMeeting = z.strictObject({
  id,
  rev,
  title: shortText,
  kind: meetingKind,
  startsAt: plannedAt,
  zone,
  durationMinutes: minutes,
  /** A room, a link. */
  place: z.string().max(500),
  chairId: id.nullable(),
  attendeeIds: z.array(id).max(500),
  state: meetingState,
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** Since when it is paused, and how long it was before: neither counts as time of the meeting. */
  pausedAt: instant.nullable(),
  pausedSeconds: z.number().int().min(0),
  /** What is said in it that belongs to no item. */
  minutes: longText,
});
export type CabMeeting = z.infer<typeof cabMeeting>;

/** What a board decides, what it only takes note of, and words of its own. */
export const cabItemKinds = ['decision', 'standard', 'note'] as const;
export const cabItemKind = z.enum(cabItemKinds);
export type CabItemKind = z.infer<typeof cabItemKind>;

export const cabItemStates = ['waiting', 'open', 'decided', 'skipped', 'moved'] as const;
export const cabItemState = z.enum(cabItemStates);
export type CabItemState = z.infer<typeof cabItemState>;

/** One thing on the agenda. */
export const cabItem = z.strictObject({
  id,
  rev,
  meetingId: id,
  kind: cabItemKind,
  title: shortText,
  /** Null for what is about no release. */
  releaseId: id.nullable(),
  /** The gates the board decides at in it. */
  gateIds: z.array(id).max(50),
  order: z.string(),
  plannedMinutes: minutes,
  state: cabItemState,
  /** Since when it is open; what was spent before, and while it was open earlier. */
  openedAt: instant.nullable(),
  spentSeconds: z.number().int().min(0),
  notes: longText,
  /** What came of it, in words. */
  outcome: z.string().max(2000),
  /** The meeting it was moved to. */
  movedToId: id.nullable(),
});
export type CabItem = z.infer<typeof cabItem>;
