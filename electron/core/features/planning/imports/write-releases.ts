import type { Context } from '#core/context.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { iso, ofReleases } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import type { ReleaseItem } from '#shared/rules/planning/sheets/release-sheet.ts';
import { releaseCreator, requireOpenRelease, writeUpdate } from '../releases/index.ts';

/** Writes releases of a sheet, one after the other, within a running command. */
export function releaseWriter(context: Context): (write: Write, item: ReleaseItem) => void {
  const create = releaseCreator(context);
  return (write, item) => {
    if (item.known === null) createOne(write, item, create);
    else updateOne(write, item, item.known, context);
  };
}

function createOne(
  write: Write,
  { type, fields, components, deployment: planned }: ReleaseItem,
  create: ReturnType<typeof releaseCreator>,
): void {
  const deployments = [];
  if (planned !== null) {
    const { id: _none, ...values } = planned;
    deployments.push(values);
  }
  create(write, {
    ...{ type, ...fields, deployments },
    dataMigration: false,
    components: components.map((each) => ({ ...each, commit: null, artefact: null })),
  });
}

/** What the sheet does not name of a release stays: lists are given whole, with what is there. */
function updateOne(
  write: Write,
  { fields, components, deployment: planned }: ReleaseItem,
  { id, rev }: { id: string; rev: number },
  context: Context,
): void {
  const { store } = context;
  requireOpenRelease(store, id);
  const present = store.orm
    .select()
    .from(component)
    .where(ofReleases(component, [id]))
    .all();
  const differs = components.some(
    ({ serviceId, version }) =>
      present.find((each) => each.serviceId === serviceId)?.version !== version,
  );
  writeUpdate(
    write,
    {
      ...{ id, rev, ...fields },
      ...(differs ? { components: withVersions(present, components) } : {}),
      ...(planned === null ? {} : { deployments: withPlanned(context, id, planned) }),
    },
    context,
  );
}

type Part = { serviceId: string; version: string };

/** A new version is another commit: that of the one before is no longer true. */
function withVersions(
  present: readonly (Part & { id: string; commit: string | null; artefact: string | null })[],
  wanted: readonly Part[],
) {
  const kept = present.map(({ id, serviceId, version, commit, artefact }) => {
    const next = wanted.find((each) => each.serviceId === serviceId)?.version ?? version;
    const same = next === version;
    return {
      ...{ id, serviceId, version: next },
      commit: same ? commit : null,
      artefact: same ? artefact : null,
    };
  });
  const added = wanted
    .filter(({ serviceId }) => !present.some((each) => each.serviceId === serviceId))
    .map((each) => ({ ...each, commit: null, artefact: null }));
  return [...kept, ...added];
}

function withPlanned(
  { store }: Context,
  releaseId: string,
  { id: replaced, ...planned }: NonNullable<ReleaseItem['deployment']>,
) {
  const rows = store.orm
    .select()
    .from(deployment)
    .where(ofReleases(deployment, [releaseId]))
    .all();
  const kept = rows.map(({ id, environmentId, region, startAt, zone, durationMinutes }) =>
    id === replaced
      ? { id, ...planned }
      : { id, environmentId, region, startAt: iso(startAt), zone, durationMinutes },
  );
  return replaced === null ? [...kept, planned] : kept;
}
