import type { Context } from '#core/context.ts';
import { component, deployment, release, releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { ofReleases, toMs } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkReferences } from './check.ts';
import { requireOpenRelease } from './open-release.ts';

type Patch = Parsed<'releases.update'>;

/**
 * Changes fields of a release. Lists are given whole: entries with an id change that entry, entries
 * without one are added, and those left out are removed; each is a journal entry of its own.
 */
export function updateRelease(input: Patch, context: Context): void {
  const { id } = input;
  const { store } = context;
  const { ownerId } = requireOpenRelease(store, id);
  const assigned = partsOf(store, releaseRole, [id])(id).map(({ personId }) => personId);
  checkReferences(store, input, [ownerId, ...assigned]);
  context.transact((write) => writeUpdate(write, input, context));
}

/** The same within a running command, for an open release whose references were checked. */
export function writeUpdate(write: Write, input: Patch, context: Context): void {
  const { id, rev, components, deployments, roles, ...fields } = input;
  write.update(release, id, fields, rev);
  if (components !== undefined) replaceComponents(write, context, id, components);
  if (deployments !== undefined) replaceDeployments(write, context, id, deployments);
  if (roles !== undefined) assignRoles(write, context, id, roles);
}

function replaceComponents(
  write: Write,
  { store }: Context,
  releaseId: string,
  wanted: NonNullable<Patch['components']>,
): void {
  const present = store.orm
    .select()
    .from(component)
    .where(ofReleases(component, [releaseId]))
    .all();
  for (const { id } of present) {
    if (!wanted.some((each) => each.id === id)) write.remove(component, id);
  }
  for (const { id, ...values } of wanted) {
    if (id === undefined) write.insert(component, { ...values, releaseId });
    else write.update(component, mustBeOf(present, id, 'component'), values);
  }
}

function replaceDeployments(
  write: Write,
  { store }: Context,
  releaseId: string,
  wanted: NonNullable<Patch['deployments']>,
): void {
  const present = store.orm
    .select()
    .from(deployment)
    .where(ofReleases(deployment, [releaseId]))
    .all();
  for (const { id, actualStartAt } of present) {
    if (wanted.some((each) => each.id === id)) continue;
    if (actualStartAt !== null) {
      throw new Refusal(
        'precondition_failed',
        'A deployment that has happened cannot be taken out of the plan. Leave it in the list.',
      );
    }
    write.remove(deployment, id);
  }
  for (const { id, ...values } of wanted) {
    const row = { ...values, startAt: toMs(values.startAt) };
    if (id === undefined) write.insert(deployment, { ...row, releaseId });
    else write.update(deployment, mustBeOf(present, id, 'deployment'), row);
  }
}

function assignRoles(
  write: Write,
  { store }: Context,
  releaseId: string,
  wanted: NonNullable<Patch['roles']>,
): void {
  const present = store.orm
    .select()
    .from(releaseRole)
    .where(ofReleases(releaseRole, [releaseId]))
    .all();
  for (const { id, roleKey } of present) {
    if (!wanted.some((each) => each.roleKey === roleKey)) write.remove(releaseRole, id);
  }
  for (const { roleKey, personId } of wanted) {
    const known = present.find((row) => row.roleKey === roleKey);
    if (known === undefined) write.insert(releaseRole, { releaseId, roleKey, personId });
    else write.update(releaseRole, known.id, { personId });
  }
}

function mustBeOf(present: { id: string }[], id: string, word: string): string {
  if (present.some((row) => row.id === id)) return id;
  throw new Refusal(
    'not_found',
    `There is no ${word} ${id} in this release. Reload it; leave the id out to add one.`,
  );
}
