import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { numericId, text } from '../reading/fields.ts';
import { placeAt, storable, word } from '../reading/place.ts';
import { approvalList, definitionKey, projectIn, webLinks } from './project.ts';
import { environmentStatus, releaseStatus } from './status.ts';

const environment = z.object({
  id: numericId,
  name: text,
  status: text,
  createdOn: text,
  modifiedOn: text,
  preDeployApprovals: approvalList,
  postDeployApprovals: approvalList,
  deploySteps: z.array(z.object({ attempt: z.int().min(1).nullish() })).nullish(),
});

const release = z.object({
  id: numericId,
  name: text,
  status: text,
  createdOn: text,
  modifiedOn: text,
  reason: text,
  releaseDefinition: z.object({ name: text, path: text }).nullish(),
  projectReference: z.object({ id: text }).nullish(),
  environments: z.array(z.unknown()).nullish(),
  url: text,
  _links: webLinks,
});

/** A release stands where its environments do: a run, and a deployment for each of them. */
export const releases: AnswerKind = {
  kinds: ['releases', 'release'],
  listAt: ['value'],
  isRow: isRelease,
  read(value, place) {
    const found = shaped(release, value, place, 'the release');
    if (found === null) return [];
    const project = storable(found.projectReference?.id) ?? projectIn(found.url);
    const externalId = keyFrom(place, releaseKey(project, found.id));
    if (externalId === null) return [];
    const { releaseDefinition } = found;
    const definition = definitionKey(releaseDefinition?.path, releaseDefinition?.name);
    const inside = (found.environments ?? []).flatMap((raw, n) => {
      const here = placeAt(`${place.at}.environments[${n}]`, place.warnings);
      const part = shaped(environment, raw, here, 'the environment');
      const key = part === null ? null : keyFrom(here, externalId, part.id);
      if (part === null) return [{ mapped: unread, said: '', rows: [] }];
      const waits = [...(part.preDeployApprovals ?? []), ...(part.postDeployApprovals ?? [])];
      const mapped = environmentStatus(
        part.status,
        waits.some(({ status }) => word(status) === 'pending'),
        found.status,
      );
      const said = storable(part.status) ?? '';
      if (key === null) return [{ mapped, said, rows: [] }];
      const updatedAt = here.date('modifiedOn', part.modifiedOn);
      const row: NormalisedRow = {
        ...blankDeployment,
        ...mapped,
        externalId: key,
        attempt: Math.max(1, ...(part.deploySteps ?? []).map(({ attempt }) => attempt ?? 1)),
        application: definition,
        environment: storable(part.name),
        version: storable(found.name),
        rawStatus: storable(part.status),
        runId: externalId,
        createdAt: here.date('createdOn', part.createdOn),
        updatedAt,
        finishedAt: isOver(mapped.status) ? updatedAt : null,
      };
      return [{ mapped, said, rows: [row] }];
    });
    const mapped = releaseStatus(
      found.status,
      inside.map((each) => each.mapped),
    );
    const updatedAt = place.date('modifiedOn', found.modifiedOn);
    const run: NormalisedRow = {
      ...blankRun,
      ...mapped,
      externalId,
      workflow: definition,
      workflowName: storable(releaseDefinition?.name) ?? '',
      title: storable(found.name) ?? '',
      rawStatus: storable(found.status),
      // The words its outcome comes from.
      rawResult: inside.length === 0 ? null : inside.map(({ said }) => said).join(', '),
      event: storable(found.reason) ?? '',
      url: place.link('_links.web.href', found._links?.web?.href),
      createdAt: place.date('createdOn', found.createdOn),
      updatedAt,
      finishedAt: isOver(mapped.status) ? updatedAt : null,
    };
    return [run, ...inside.flatMap(({ rows }) => rows)];
  },
};

export function isRelease(value: Record<string, unknown>): boolean {
  return (
    'status' in value &&
    ('environments' in value || ('releaseDefinition' in value && 'name' in value))
  );
}

/** An environment that cannot be read keeps its release from counting as succeeded. */
const unread = { status: 'unknown', warnings: false } as const;

/** Builds and releases are numbered apart, so that their keys must differ by more. */
export function releaseKey(project: string | null, id: string | number): string {
  return [project, 'release', id].filter((part) => part !== null).join('/');
}
