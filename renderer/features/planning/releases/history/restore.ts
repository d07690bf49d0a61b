import type { Output } from '#shared/contract/index.ts';
import type { Value } from './history-values.ts';

/** A value a field had before a change; `label` is what the journal calls its thing. */
export type FormerValue = {
  entity: string;
  entityId: string;
  label: string;
  field: string;
  value: Value;
};

type Release = Output<'releases.get'>;

/** The fields people set where a thing stands, and which a value can therefore be put back into. */
const restorable: Readonly<Record<string, readonly string[]>> = {
  release: ['name', 'ownerId', 'notes', 'changeNumber', 'changeUrl', 'dataMigration'],
  component: ['version', 'commit', 'artefact'],
  deployment: ['environmentId', 'region', 'startAt', 'zone', 'durationMinutes'],
  release_role: ['personId'],
  scope_item: ['kind', 'title', 'ticket', 'note', 'priority', 'ownerId', 'ideaAt'],
  risk: ['title', 'likelihood', 'impact', 'mitigation', 'ownerId', 'state'],
  rollback_plan: ['steps', 'durationMinutes', 'pointOfNoReturn', 'rehearsedOn', 'rehearsalResult'],
  checklist_item: ['text', 'state', 'evidence', 'reason'],
};

export function canRestore({ entity, field }: FormerValue): boolean {
  return restorable[entity]?.includes(field) ?? false;
}

/**
 * What `releases.update` is given to put the value back; null where the thing is no longer in the
 * release. Lists of a release are given whole.
 */
export function releasePatch(
  { entity, entityId, label, field, value }: FormerValue,
  { components, deployments, roles }: Release,
): Record<string, unknown> | null {
  const changed = { [field]: field === 'startAt' ? instantOf(value) : value };
  switch (entity) {
    case 'release':
      return changed;
    case 'component':
      return listWith(
        'components',
        components.map(({ rev, ...given }) => ({ given, isIt: given.id === entityId })),
        changed,
      );
    case 'deployment':
      return listWith(
        'deployments',
        deployments.map(({ id, environmentId, region, startAt, zone, durationMinutes }) => ({
          given: { id, environmentId, region, startAt, zone, durationMinutes },
          isIt: id === entityId,
        })),
        changed,
      );
    case 'release_role':
      return listWith(
        'roles',
        roles.map((given) => ({ given, isIt: given.roleKey === label })),
        changed,
      );
    default:
      return null;
  }
}

function listWith(
  list: string,
  items: readonly { given: object; isIt: boolean }[],
  changed: object,
): Record<string, unknown> | null {
  if (!items.some(({ isIt }) => isIt)) return null;
  return { [list]: items.map(({ given, isIt }) => (isIt ? { ...given, ...changed } : given)) };
}

/** The journal keeps instants as milliseconds, the contract as text. */
function instantOf(value: Value): Value {
  return typeof value === 'number' ? new Date(value).toISOString() : value;
}
