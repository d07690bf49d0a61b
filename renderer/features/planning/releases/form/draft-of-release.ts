import { Temporal } from 'temporal-polyfill';
import type { Deployment } from '#shared/model/planning/releases.ts';
import type { Release } from '../release-page.ts';
import type { DeploymentDraft, ReleaseDraft } from './draft.ts';

/** An existing release as the form has it, each start on the wall clock of its own zone. */
export function draftOfRelease(release: Release): ReleaseDraft {
  const { type, name, ownerId, dataMigration, standardChange, notes } = release;
  return {
    type,
    templateVersionId: release.template?.versionId ?? '',
    name,
    ownerId,
    dataMigration,
    standardChange,
    notes,
    components: release.components.map(({ id, serviceId, version, commit, artefact }) => ({
      id,
      serviceId,
      version,
      commit: commit ?? '',
      artefact: artefact ?? '',
    })),
    deployments: release.deployments.map(deploymentDraft),
  };
}

function deploymentDraft(deployment: Deployment): DeploymentDraft {
  const { id, environmentId, region, startAt, zone, durationMinutes } = deployment;
  const local = Temporal.Instant.from(startAt).toZonedDateTimeISO(zone);
  return {
    id,
    environmentId,
    region,
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
    duration: String(durationMinutes),
  };
}
