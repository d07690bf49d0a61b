import { z } from 'zod';

/** A file somebody chose: a path on this machine, or the id of a file uploaded to the browser host. */
export const givenFile = z.union([
  z.strictObject({ path: z.string().min(1).max(4096) }),
  z.strictObject({ upload: z.string().min(1).max(100) }),
]);
export type GivenFile = z.infer<typeof givenFile>;
