import { z } from 'zod';
import { id, instant, rev } from '../primitives.ts';

/** What a file can be attached to and a comment be about; the rest of a release is its own page. */
export const subjects = ['release', 'gate', 'checklist-item', 'risk', 'scope-item'] as const;
export const subject = z.enum(subjects);
export type Subject = z.infer<typeof subject>;

/** Where a file or a comment is. `subjectId` of the release itself is the release's own id. */
export const place = z.strictObject({ releaseId: id, subject, subjectId: id });
export type Place = z.infer<typeof place>;

const attached = {
  id,
  rev,
  ...place.shape,
  /** What the thing is called; null once it was removed, which leaves what was said about it. */
  about: z.string().nullable(),
  at: instant,
  byId: id,
};

/** The most an attached file may have, in bytes. */
export const largestAttachment = 25 * 1024 * 1024;

export const attachment = z.strictObject({
  ...attached,
  /** Safe as a file name on any system. */
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  /** SHA-256 of the content, hexadecimal. */
  hash: z.string(),
});
export type Attachment = z.infer<typeof attachment>;

export const longestComment = 10_000;

export const commentText = z
  .string()
  .max(longestComment, 'is longer than 10,000 characters; attach a file instead')
  .refine((text) => text.trim() !== '', 'is empty; type what you want to say')
  .refine((text) => !text.includes('\0'), 'has a NUL character; remove it');

export const comment = z.strictObject({
  ...attached,
  text: z.string(),
  /** The people named in it with an @. */
  mentions: z.array(id),
  editedAt: instant.nullable(),
  /** Whoever asks has not read it yet. */
  unread: z.boolean(),
});
export type Comment = z.infer<typeof comment>;

/** A comment that names somebody who has not read it. */
export type Mention = Pick<Comment, 'id' | keyof Place | 'about' | 'text' | 'at' | 'byId'> & {
  /** The name of the release. */
  release: string;
};
