import { blob, primaryKey } from 'drizzle-orm/sqlite-core';
import type { Subject } from '#shared/model/workspace/attached.ts';
import { at, entityColumns, index, integer, releaseId, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const ofRelease = () => releaseId().references(() => release.id);
const byPerson = () =>
  text('by_id')
    .notNull()
    .references(() => person.id);

/** A file somebody attached; what is in it is kept once, under its hash. */
export const attachment = sqliteTable(
  'attachment',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    subject: text('subject').$type<Subject>().notNull(),
    subjectId: text('subject_id').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** SHA-256, hexadecimal. */
    hash: text('hash').notNull(),
    at: at('at').notNull(),
    byId: byPerson(),
  },
  (table) => [index('attachment_release_idx').on(table.releaseId)],
);

/** Content by its SHA-256; it is its own proof, so it is not journaled. */
export const attachmentContent = sqliteTable('attachment_content', {
  hash: text('hash').primaryKey(),
  content: blob('content', { mode: 'buffer' }).notNull(),
});

export const comment = sqliteTable(
  'comment',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    subject: text('subject').$type<Subject>().notNull(),
    subjectId: text('subject_id').notNull(),
    text: text('text').notNull(),
    /** Ids of people. */
    mentions: text('mentions', { mode: 'json' }).$type<string[]>().notNull(),
    at: at('at').notNull(),
    byId: byPerson(),
    editedAt: at('edited_at'),
  },
  (table) => [index('comment_release_idx').on(table.releaseId)],
);

/**
 * Until when a person has read what was said about a release, a gate or another thing; local, neither
 * journaled nor shared. It is by the thing alone, so that one that is moved to another release stays read.
 */
export const commentSeen = sqliteTable(
  'comment_seen',
  {
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    subjectId: text('subject_id').notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.subjectId] })],
);
