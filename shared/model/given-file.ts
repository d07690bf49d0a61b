import { z } from 'zod';
import { id } from './primitives.ts';

/** A file somebody chose: a path on this machine, or the id of a file uploaded to the browser host. */
export const givenFile = z.union([
  z.strictObject({ path: z.string().min(1).max(4096) }),
  z.strictObject({ upload: z.string().min(1).max(100) }),
]);
export type GivenFile = z.infer<typeof givenFile>;

const megabyte = 1024 * 1024;
const name = z.string().max(300).optional();

/** A file to read: one that was chosen, one that is attached already, or what is in it. */
export const suppliedFile = z.union([
  givenFile,
  z.strictObject({ attachmentId: id }),
  z.strictObject({
    text: z.string().max(16 * megabyte, 'is longer than 16 MB; give it as a file'),
    name,
  }),
  z.strictObject({
    base64: z.base64('is not base64').max(22 * megabyte, 'is longer than 16 MB; give it as a file'),
    name,
  }),
]);
export type SuppliedFile = z.infer<typeof suppliedFile>;
