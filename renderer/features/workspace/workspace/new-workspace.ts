import { z } from 'zod';
import { shortText, zone } from '#shared/model/primitives.ts';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import { profile } from '#shared/model/workspace/workspace.ts';

/** The form of a new workspace; the person who makes it becomes its first one. */
export const newWorkspace = z.object({
  name: shortText,
  path: z.string().trim().min(1, 'is empty; say where the file goes').max(4096),
  zone,
  profile,
  yourName: shortText,
  yourRole: z.string(),
});
export type NewWorkspace = z.infer<typeof newWorkspace>;

export const roleOptions = builtInRoles.map(({ key, name }) => ({ value: key, label: name }));
