import type { Store } from '#core/database/store.ts';
import type { HeldThing } from '#shared/model/workspace/people.ts';

type Found = { label: string; releaseId: string | null; release: string | null };

/** Of things that belong to a release, only those of one that is not over. */
function ofOpenReleases(table: string, label: string, owner: string, still: string): string {
  return `SELECT ${label} AS label, r.id AS releaseId, r.name AS release
    FROM ${table} x JOIN release r ON r.id = x.release_id
    WHERE x.${owner} = ? AND x.deleted_hlc IS NULL AND r.deleted_hlc IS NULL
      AND r.phase <> 'closed' AND ${still} ORDER BY r.number, x.id`;
}

const queries: Readonly<Record<HeldThing['kind'], string>> = {
  release: `SELECT name AS label, id AS releaseId, name AS release FROM release
    WHERE owner_id = ? AND deleted_hlc IS NULL AND phase <> 'closed' ORDER BY number`,
  role: ofOpenReleases(
    'release_role',
    `COALESCE((SELECT name FROM role WHERE key = x.role_key AND deleted_hlc IS NULL), x.role_key)`,
    'person_id',
    'TRUE',
  ),
  condition: ofOpenReleases('decision_condition', 'x.text', 'owner_id', 'x.met_at IS NULL'),
  risk: ofOpenReleases('risk', 'x.title', 'owner_id', `x.state = 'open'`),
  'scope-item': ofOpenReleases(
    'scope_item',
    `TRIM(x.ticket || ' ' || x.title)`,
    'owner_id',
    `x.status NOT IN ('done', 'dropped')`,
  ),
  task: ofOpenReleases('task', 'x.title', 'owner_id', 'x.done_on IS NULL'),
  dependency: ofOpenReleases('dependency', 'x.title', 'owner_id', `x.state <> 'met'`),
  service: `SELECT name AS label, NULL AS releaseId, NULL AS release FROM service
    WHERE instr(owner_ids, '"' || ? || '"') AND deleted_hlc IS NULL ORDER BY name`,
};

/** What is still somebody's, so that it can be handed over. */
export function heldBy({ raw }: Store, personId: string): HeldThing[] {
  return heldOrder.flatMap((kind) =>
    raw
      .prepare<[string], Found>(queries[kind])
      .all(personId)
      .map((found) => ({ kind, ...found })),
  );
}

const heldOrder = [
  'release',
  'role',
  'condition',
  'risk',
  'task',
  'dependency',
  'scope-item',
  'service',
] as const;
