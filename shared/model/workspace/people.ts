import { z } from 'zod';
import { dateText, id, rev, shortText } from '../primitives.ts';

/** Keys of the roles every workspace starts with; people add roles of their own beside them. */
export const builtInRoles = [
  { key: 'release-manager', name: 'Release manager' },
  { key: 'product-owner', name: 'Product owner' },
  { key: 'development-lead', name: 'Development lead' },
  { key: 'qa-lead', name: 'QA lead' },
  { key: 'security-lead', name: 'Security lead' },
  { key: 'operations', name: 'Operations' },
  { key: 'support-communications', name: 'Support and communications' },
  { key: 'compliance', name: 'Compliance' },
] as const;

/** Lower-case words joined by hyphens; gates and assignments refer to a role by it. */
export const roleKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(60);

export const role = z.strictObject({ key: roleKey, name: shortText, builtIn: z.boolean() });
export type Role = z.infer<typeof role>;

/** An address, or nothing. */
export const emailText = z.union([z.literal(''), z.email('is not an e-mail address')]);

export const person = z.strictObject({
  id,
  rev,
  name: shortText,
  email: z.string(),
  roles: z.array(roleKey),
  /** Whoever left is no longer chosen; what they decided or own stays theirs. Null for whoever is here. */
  leftOn: dateText.nullable(),
  /** The days they do not work on; null where only those of the workspace count. */
  holidayCalendarId: id.nullable().optional(),
});
export type Person = z.infer<typeof person>;

export const heldKinds = [
  'release',
  'role',
  'condition',
  'risk',
  'scope-item',
  'task',
  'dependency',
  'service',
] as const;

/** Something that is still somebody's and has to be somebody else's once they left. */
export const heldThing = z.strictObject({
  kind: z.enum(heldKinds),
  label: z.string(),
  releaseId: id.nullable(),
  release: z.string().nullable(),
});
export type HeldThing = z.infer<typeof heldThing>;
