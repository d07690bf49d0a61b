import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import type { ReleaseItem } from '#shared/rules/planning/sheets/release-sheet.ts';
import { releaseCreator, requireOpenRelease, writeUpdate } from '../releases/index.ts';

type Writing = (write: Write) => void;

/**
 * Makes up what is written of each release of a sheet, so that the command has nothing left to do but
 * write. What is there of those that change is read once for all of them.
 */
export function releasePreparer(
  context: Context,
  items: readonly ReleaseItem[],
): (item: ReleaseItem) => Writing {
  const { plan, create } = releaseCreator(context);
  const known = items.flatMap((item) => (item.known === null ? [] : [item.known.id]));
  const components = partsOf(context.store, component, known);
  const deployments = partsOf(context.store, deployment, known, 'startAt');
  return (item) => {
    if (item.known === null) {
      const planned = plan(newOf(item));
      return (write) => void create(write, planned);
    }
    const { id, rev } = item.known;
    requireOpenRelease(context.store, id);
    const patch = { id, rev, ...patchOf(item, components(id), deployments(id)) };
    return (write) => writeUpdate(write, patch, context);
  };
}

function newOf({ type, fields, components, deployment: planned }: ReleaseItem) {
  const deployments = [];
  if (planned !== null) {
    const { id: _none, ...values } = planned;
    deployments.push(values);
  }
  return {
    ...{ type, ...fields, deployments },
    dataMigration: false,
    standardChange: false,
    components: components.map((each) => ({ ...each, commit: null, artefact: null })),
  };
}

/** What the sheet does not name of a release stays: lists are given whole, with what is there. */
function patchOf(
  { fields, components, deployment: planned }: ReleaseItem,
  present: readonly Plain<typeof component>[],
  ahead: readonly Plain<typeof deployment>[],
) {
  const differs = components.some(
    ({ serviceId, version }) =>
      present.find((each) => each.serviceId === serviceId)?.version !== version,
  );
  return {
    ...fields,
    ...(differs ? { components: withVersions(present, components) } : {}),
    ...(planned === null ? {} : { deployments: withPlanned(ahead, planned) }),
  };
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
  rows: readonly Plain<typeof deployment>[],
  { id: replaced, ...planned }: NonNullable<ReleaseItem['deployment']>,
) {
  const kept = rows.map(({ id, environmentId, region, startAt, zone, durationMinutes }) =>
    id === replaced
      ? { id, ...planned }
      : { id, environmentId, region, startAt: iso(startAt), zone, durationMinutes },
  );
  return replaced === null ? [...kept, planned] : kept;
}
