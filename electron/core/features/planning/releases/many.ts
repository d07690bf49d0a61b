import type { Context } from '#core/context.ts';
import { release, releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, oneOf, plain, alive } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { BulkChange, BulkPreview } from '#shared/model/planning/bulk-edit.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { bulkEdit } from '#shared/rules/planning/bulk-edit.ts';
import type { BulkEdit, BulkNames } from '#shared/rules/planning/bulk-edit.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import type { Overview } from './outlook.ts';
import { movesStart, plansOf, writeMoved } from './reschedule.ts';

type Asked = Parsed<'releases.previewMany'>;

/** One release with what the change makes of it, or why it is refused. */
type Planned = {
  id: string;
  name: string;
  movesStart: boolean;
} & ({ edit: BulkEdit } | { refused: string });

export function previewMany(
  input: Asked,
  context: Context,
  { approvalsOfStart }: Overview,
): BulkPreview[] {
  const planned = planAll(input, context);
  const moving = planned.filter((each) => each.movesStart).map(({ id }) => id);
  const bound = approvalsOfStart(context.store, moving);
  return planned.map((each) => ({
    id: each.id,
    name: each.name,
    lines: 'edit' in each ? each.edit.lines : [],
    refused: 'refused' in each ? each.refused : null,
    stale: bound.get(each.id) ?? 0,
  }));
}

/** All that can be changed is, in one command, so that one undo takes it back. */
export function updateMany(input: Asked, context: Context): Output<'releases.updateMany'> {
  context.requireActor();
  return context.transact((write) => {
    const planned = planAll(input, context);
    const changed: string[] = [];
    for (const each of planned) {
      if (!('edit' in each) || each.edit.lines.length === 0) continue;
      writeEdit(write, context, each.id, each.edit);
      changed.push(each.id);
    }
    const refused = planned.flatMap((each) =>
      'refused' in each ? [{ id: each.id, name: each.name, why: each.refused }] : [],
    );
    return { changed, refused, unchanged: planned.length - changed.length - refused.length };
  });
}

function planAll({ ids, change }: Asked, { store, now }: Context): Planned[] {
  const wanted = [...new Set(ids)];
  const people = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const roleNames = new Map(listRoles(store).map(({ key, name }) => [key, name]));
  refuseUnknown(change, people);
  const names: BulkNames = {
    person: (id) => (id === null ? 'Nobody' : (people.get(id) ?? 'Unknown person')),
    role: (key) => roleNames.get(key) ?? key,
  };
  const rows = store.orm
    .select(plain(release))
    .from(release)
    .where(alive(release, oneOf(release.id, wanted)))
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const roles = partsOf(store, releaseRole, wanted);
  const plans = plansOf(store, wanted);
  return wanted.map((id): Planned => {
    const row = byId.get(id);
    if (row === undefined) {
      const refused = `There is no release with the id ${id}. It may have been removed; reload the list.`;
      return { id, name: 'Unknown release', movesStart: false, refused };
    }
    const plan = plans(id);
    const subject = { ...row, roles: roles(id), deployments: plan.planned, leadId: plan.leadId };
    try {
      const edit = bulkEdit(subject, change, names, iso(now));
      const moves = edit.moved !== null && movesStart(plan, edit.moved);
      return { id, name: row.name, movesStart: moves, edit };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { id, name: row.name, movesStart: false, refused: refusal.message };
    }
  });
}

/** What is wrong with the change itself is no matter of single releases. */
function refuseUnknown({ ownerId, role }: BulkChange, people: ReadonlyMap<string, string>): void {
  const given = { ownerId, 'role.personId': role?.personId ?? undefined };
  for (const [field, id] of Object.entries(given)) {
    if (id === undefined || people.has(id)) continue;
    throw new Refusal(
      'invalid_input',
      `There is nobody with the id ${id} in this workspace. Choose a person of its list.`,
      { [`change.${field}`]: 'is nobody of this workspace; choose a person' },
    );
  }
}

function writeEdit(write: Write, context: Context, id: string, edit: BulkEdit): void {
  const { store } = context;
  write.update(release, id, edit.fields);
  if (edit.role !== null) {
    const { roleKey, personId } = edit.role;
    const held = partsOf(store, releaseRole, [id])(id).find((row) => row.roleKey === roleKey);
    if (held !== undefined) write.update(releaseRole, held.id, { personId });
  }
  if (edit.moved !== null) writeMoved(write, store, id, edit.moved);
}
