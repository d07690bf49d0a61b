import { z } from 'zod';
import { shortText } from '#shared/model/primitives.ts';
import {
  criticality,
  versionSchemes,
  type Service,
  type VersionScheme,
} from '#shared/model/workspace/services.ts';
import { checkScheme } from '#shared/rules/planning/versions/versions.ts';
import { assertNever } from '#shared/model/refusal.ts';

/** The form of a service: the scheme lies flat, so that switching between kinds loses nothing typed. */
export const serviceFields = z
  .object({
    name: shortText,
    criticality,
    financial: z.boolean(),
    ownerIds: z.array(z.string()),
    /** Empty for none. */
    teamId: z.string(),
    /** Empty for none. */
    calendarId: z.string(),
    scheme: z.enum(versionSchemes),
    format: z.string(),
    pattern: z.string(),
  })
  .superRefine((fields, context) => {
    const check = checkScheme(schemeOf(fields));
    if (check.ok || fields.scheme === 'semver') return;
    const path = fields.scheme === 'calendar' ? 'format' : 'pattern';
    context.addIssue({ code: 'custom', path: [path], message: check.message });
  });
export type ServiceFields = z.infer<typeof serviceFields>;

export function fieldsOf(service: Service | null): ServiceFields {
  const scheme = service?.versionScheme;
  return {
    name: service?.name ?? '',
    criticality: service?.criticality ?? 'medium',
    financial: service?.financial ?? false,
    ownerIds: service?.ownerIds ?? [],
    teamId: service?.teamId ?? '',
    calendarId: service?.holidayCalendarId ?? '',
    scheme: scheme?.kind ?? 'semver',
    format: scheme?.kind === 'calendar' ? scheme.format : 'YYYY.MM.MICRO',
    pattern: scheme?.kind === 'pattern' ? scheme.pattern : 'release-\\d+',
  };
}

export function schemeOf({
  scheme,
  format,
  pattern,
}: Pick<ServiceFields, 'scheme' | 'format' | 'pattern'>): VersionScheme {
  switch (scheme) {
    case 'semver':
      return { kind: 'semver' };
    case 'calendar':
      return { kind: 'calendar', format };
    case 'pattern':
      return { kind: 'pattern', pattern };
    default:
      return assertNever(scheme);
  }
}

/** How versions of a service are written, in a few words for a table. */
export function schemeInWords(scheme: VersionScheme): string {
  switch (scheme.kind) {
    case 'semver':
      return 'semantic';
    case 'calendar':
      return `calendar ${scheme.format}`;
    case 'pattern':
      return `pattern ${scheme.pattern}`;
    default:
      return assertNever(scheme);
  }
}

export const criticalityChoices = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
  { value: 'critical', label: 'Critical' },
] as const;
