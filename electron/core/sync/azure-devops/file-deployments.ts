import { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { shaped } from '../reading/answer-kinds.ts';
import { text } from '../reading/fields.ts';
import { placeAt, word, type Place } from '../reading/place.ts';
import { isRecord } from '../record.ts';
import { deploymentsIn, isDeployment } from './deployments.ts';
import { isRelease } from './releases.ts';

const attempted = z.object({ attempt: z.int().min(1).nullish().catch(null) });
const approvals = z.array(attempted.loose()).nullish().catch(null);

const step = attempted.extend({
  deploymentId: z.unknown(),
  status: text,
  operationStatus: text,
  reason: text,
  queuedOn: text,
  lastModifiedOn: text,
  releaseDeployPhases: z
    .array(z.object({ startedOn: text }))
    .nullish()
    .catch(null),
});

const environment = z.object({
  id: z.unknown(),
  name: text,
  status: text,
  preDeployApprovals: approvals,
  postDeployApprovals: approvals,
  deploySteps: z.array(step).nullish(),
});
type Environment = z.infer<typeof environment>;

/** A deployment by itself, or a release, which holds the attempts of its environments. */
export function holdsDeployments(value: Record<string, unknown>): boolean {
  return isDeployment(value) || isRelease(value);
}

/** The deployments of an exported list of deployments or of releases: the same rows from either. */
export function exportedDeployments(list: readonly unknown[], placeOf: (n: number) => string) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n): NormalisedDeployment[] => {
    const at = placeOf(n);
    const isOfRelease = isRecord(raw) && !isDeployment(raw);
    const told = isOfRelease ? attemptsOf(raw, placeAt(at, warnings)) : [{ at, raw }];
    const read = deploymentsIn(
      told.map((each) => each.raw),
      (m) => told[m]?.at ?? at,
    );
    warnings.push(...read.warnings);
    return read.rows;
  });
  return { rows, warnings };
}

/** What the environments of a release tell, as the list of deployments would. */
function attemptsOf(release: Record<string, unknown>, place: Place) {
  const inside = release['environments'];
  if (!Array.isArray(inside)) {
    place.warn('', `has no environments; export it ${expanded}`);
    return [];
  }
  const environments: readonly unknown[] = inside;
  return environments.flatMap((raw, n) => {
    const here = placeAt(`${place.at}.environments[${n}]`, place.warnings);
    const found = shaped(environment, raw, here, 'the environment');
    if (found === null) return [];
    const steps = found.deploySteps ?? [];
    if (steps.length === 0 && word(found.status) !== 'notstarted') {
      here.warn('', `tells no attempt (deploySteps); export the release ${expanded}`);
    }
    return steps.map((each, m) => ({
      at: `${here.at}.deploySteps[${m}]`,
      raw: deploymentOf(release, found, each),
    }));
  });
}

const expanded = 'with $expand=environments';

function deploymentOf(
  release: Record<string, unknown>,
  { id, name, preDeployApprovals, postDeployApprovals }: Environment,
  { deploymentId, status, releaseDeployPhases, ...told }: z.infer<typeof step>,
) {
  const ofAttempt = (all: Environment['preDeployApprovals']) =>
    (all ?? []).filter(({ attempt }) => (attempt ?? told.attempt) === told.attempt);
  const links = release['_links'];
  const web = isRecord(links) && isRecord(links['web']) ? links['web']['href'] : undefined;
  const { id: number, name: called, url, artifacts, releaseDefinition, projectReference } = release;
  return {
    ...told,
    ...{ id: deploymentId, deploymentStatus: status },
    startedOn: releaseDeployPhases?.[0]?.startedOn,
    release: { id: number, name: called, url, artifacts, webAccessUri: web },
    ...{ releaseDefinition, projectReference, releaseEnvironment: { id, name } },
    preDeployApprovals: ofAttempt(preDeployApprovals),
    postDeployApprovals: ofAttempt(postDeployApprovals),
  };
}
