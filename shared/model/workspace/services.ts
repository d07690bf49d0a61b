import { z } from 'zod';
import { id, rev, shortText } from '../primitives.ts';

export const criticalities = ['low', 'medium', 'high', 'critical'] as const;
export const criticality = z.enum(criticalities);
export type Criticality = z.infer<typeof criticality>;

export const versionSchemes = ['semver', 'calendar', 'pattern'] as const;

/**
 * How versions of a service are written. `calendar` takes a format in the CalVer words
 * (YYYY, YY, 0Y, MM, 0M, WW, 0W, DD, 0D, MAJOR, MINOR, MICRO); `pattern` takes a regular expression.
 */
export const versionScheme = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('semver') }),
  z.strictObject({ kind: z.literal('calendar'), format: z.string().min(2).max(60) }),
  z.strictObject({ kind: z.literal('pattern'), pattern: z.string().min(1).max(200) }),
]);
export type VersionScheme = z.infer<typeof versionScheme>;

export const service = z.strictObject({
  id,
  rev,
  name: shortText,
  criticality,
  financial: z.boolean(),
  ownerIds: z.array(id),
  versionScheme,
  /** The team that looks after it; null where its owners alone do. */
  teamId: id.nullable(),
  /** The days its people do not work on; null where only those of the workspace count. */
  holidayCalendarId: id.nullable().optional(),
});
export type Service = z.infer<typeof service>;

export const environmentKinds = ['development', 'test', 'staging', 'production'] as const;
export const environmentKind = z.enum(environmentKinds);
export type EnvironmentKind = z.infer<typeof environmentKind>;

export const environment = z.strictObject({
  id,
  rev,
  name: shortText,
  kind: environmentKind,
  region: z.string(),
  /** Fractional index: environments are shown in this order, the first stage of a rollout first. */
  order: z.string(),
});
export type Environment = z.infer<typeof environment>;
