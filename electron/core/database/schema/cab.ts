import type {
  CabItemKind,
  CabItemState,
  MeetingKind,
  MeetingState,
} from '#shared/model/governance/cab.ts';
import type {
  PackAnswer,
  PackItem,
  PackResponseState,
  SignatureScheme,
} from '#shared/model/governance/packs.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import { at, entityColumns, index, integer, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const personId = (name: string) => text(name).references(() => person.id);

export const cabMeeting = sqliteTable(
  'cab_meeting',
  {
    ...entityColumns,
    title: text('title').notNull(),
    kind: text('kind').$type<MeetingKind>().notNull(),
    startsAt: at('starts_at').notNull(),
    zone: text('zone').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    place: text('place').notNull(),
    chairId: personId('chair_id'),
    attendeeIds: text('attendee_ids', { mode: 'json' }).$type<string[]>().notNull(),
    state: text('state').$type<MeetingState>().notNull(),
    startedAt: at('started_at'),
    closedAt: at('closed_at'),
    /** Since when it is paused, and for how long it was before. */
    pausedAt: at('paused_at'),
    pausedSeconds: integer('paused_seconds').notNull(),
    minutes: text('minutes').notNull(),
  },
  (table) => [index('cab_meeting_start_idx').on(table.startsAt)],
);

export const cabItem = sqliteTable(
  'cab_item',
  {
    ...entityColumns,
    meetingId: text('meeting_id')
      .notNull()
      .references(() => cabMeeting.id),
    kind: text('kind').$type<CabItemKind>().notNull(),
    title: text('title').notNull(),
    releaseId: text('release_id').references(() => release.id),
    gateIds: text('gate_ids', { mode: 'json' }).$type<string[]>().notNull(),
    order: text('position').notNull(),
    plannedMinutes: integer('planned_minutes').notNull(),
    state: text('state').$type<CabItemState>().notNull(),
    openedAt: at('opened_at'),
    spentSeconds: integer('spent_seconds').notNull(),
    notes: text('notes').notNull(),
    outcome: text('outcome').notNull(),
    movedToId: text('moved_to_id').references(() => cabMeeting.id),
  },
  (table) => [
    index('cab_item_meeting_idx').on(table.meetingId),
    index('cab_item_release_idx').on(table.releaseId),
  ],
);

/** A file for reviewers without a network, as it was made: added, never changed. */
export const cabPack = sqliteTable(
  'cab_pack',
  {
    ...entityColumns,
    title: text('title').notNull(),
    meetingId: text('meeting_id').references(() => cabMeeting.id),
    fingerprint: text('fingerprint').notNull(),
    digest: text('digest').notNull(),
    /** With the facts of then, which a decision that comes back is recorded on. */
    items: text('items', { mode: 'json' }).$type<(PackItem & { facts: Facts })[]>().notNull(),
    expiresOn: text('expires_on'),
    madeAt: at('made_at').notNull(),
    madeById: personId('made_by_id').notNull(),
  },
  (table) => [index('cab_pack_meeting_idx').on(table.meetingId)],
);

/** Somebody a pack was given to, with what checks their answer. */
export const packReviewer = sqliteTable(
  'pack_reviewer',
  {
    ...entityColumns,
    packId: text('pack_id')
      .notNull()
      .references(() => cabPack.id),
    personId: personId('person_id').notNull(),
    scheme: text('scheme').$type<SignatureScheme>().notNull(),
    salt: text('salt').notNull(),
    /**
     * Derived from the code and the salt, never the code: for ed25519 the public key, which can only
     * check; for hmac-sha256 the key itself, with which whoever has this file could sign as well.
     */
    verifier: text('verifier').notNull(),
    issuedById: personId('issued_by_id').notNull(),
    issuedAt: at('issued_at').notNull(),
  },
  (table) => [index('pack_reviewer_pack_idx').on(table.packId)],
);

/** An answer file as it came in. */
export const packResponse = sqliteTable(
  'pack_response',
  {
    ...entityColumns,
    packId: text('pack_id')
      .notNull()
      .references(() => cabPack.id),
    reviewerId: text('reviewer_id')
      .notNull()
      .references(() => packReviewer.id),
    /** SHA-256 of the file: the same one a second time changes nothing. */
    digest: text('digest').notNull(),
    answeredAt: at('answered_at').notNull(),
    importedAt: at('imported_at').notNull(),
    importedById: personId('imported_by_id').notNull(),
    comment: text('comment').notNull(),
    answers: text('answers', { mode: 'json' }).$type<PackAnswer[]>().notNull(),
    state: text('state').$type<PackResponseState>().notNull(),
    chosenById: personId('chosen_by_id'),
    chosenAt: at('chosen_at'),
  },
  (table) => [
    index('pack_response_pack_idx').on(table.packId),
    index('pack_response_digest_idx').on(table.digest),
  ],
);
