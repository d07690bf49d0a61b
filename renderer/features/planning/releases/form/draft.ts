import { z } from 'zod';
import { releaseType } from '#shared/model/planning/releases.ts';

/**
 * The form as typed: every field is text, so that half a date or a wrong version stays as it is
 * until it is right. `id` is set for rows that exist already.
 */
const componentDraft = z.object({
  id: z.string().optional(),
  serviceId: z.string(),
  version: z.string(),
  commit: z.string(),
  artefact: z.string(),
});
export type ComponentDraft = z.infer<typeof componentDraft>;

const deploymentDraft = z.object({
  id: z.string().optional(),
  environmentId: z.string(),
  region: z.string(),
  /** `2026-11-26` */
  date: z.string(),
  /** `22:00` */
  time: z.string(),
  zone: z.string(),
  /** Minutes, as typed. */
  duration: z.string(),
});
export type DeploymentDraft = z.infer<typeof deploymentDraft>;

/** The part of a release that is edited as whole lists, on a new release and on an existing one. */
export const planDraft = z.object({
  components: z.array(componentDraft),
  deployments: z.array(deploymentDraft),
});

export const releaseDraft = planDraft.extend({
  type: releaseType,
  /** A version of a template of the workspace; empty for the program's own of the type. */
  templateVersionId: z.string().default(''),
  name: z.string(),
  ownerId: z.string(),
  dataMigration: z.boolean(),
  standardChange: z.boolean().default(false),
  notes: z.string(),
});
export type ReleaseDraft = z.infer<typeof releaseDraft>;

export function emptyComponent(): ComponentDraft {
  return { serviceId: '', version: '', commit: '', artefact: '' };
}

export function emptyDeployment(zone: string): DeploymentDraft {
  return { environmentId: '', region: '', date: '', time: '', zone, duration: '60' };
}

export function emptyDraft(ownerId: string, zone: string): ReleaseDraft {
  return {
    type: 'minor',
    templateVersionId: '',
    name: '',
    ownerId,
    dataMigration: false,
    standardChange: false,
    notes: '',
    components: [emptyComponent()],
    deployments: [emptyDeployment(zone)],
  };
}
