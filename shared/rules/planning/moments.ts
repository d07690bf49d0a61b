import type { ComparedThing } from '#shared/model/planning/history.ts';
import { cameBack } from '../workspace/row-changes.ts';
import type { JournalChange } from '../workspace/row-changes.ts';

type Json = ComparedThing['fields'][number]['from'];

/** An entry with values as JSON holds them. */
export type MomentEntry = JournalChange & {
  fields: Readonly<Record<string, readonly [Json, Json]>>;
};

/** A thing as it was at a moment. */
export type Thing = { entity: string; id: string; fields: ReadonlyMap<string, Json> };

/** What is compared, in the order it is read. What people decided is no fact that changes. */
export const comparedEntities: readonly string[] = [
  'release',
  'component',
  'deployment',
  'release_phase',
  'release_role',
  'scope_item',
  'task',
  'dependency',
  'stakeholder',
  'risk',
  'rollback_plan',
  'rehearsal',
  'checklist_item',
  'incident',
];

/** Said by the thing itself, or only where it stands among others. */
const unasked: readonly string[] = ['releaseId', 'order', 'deletedHlc', 'setAt', 'setById'];

/**
 * A release as it was after these entries, oldest first: everything that was in it then. Entries of
 * things that came from another release, or went to one, tell so by the field `releaseId`.
 */
export function thingsAfter(entries: Iterable<MomentEntry>, releaseId: string): Thing[] {
  const things = new Map<string, { thing: Thing; fields: Map<string, Json>; alive: boolean }>();
  for (const { entity, entityId, op, fields } of entries) {
    if (!comparedEntities.includes(entity)) continue;
    const known = things.get(entityId) ?? start(entity, entityId);
    things.set(entityId, known);
    for (const [field, [, value]] of Object.entries(fields)) known.fields.set(field, value);
    if (op === 'delete') known.alive = false;
    if (cameBack(op, fields)) known.alive = true;
  }
  return [...things.values()]
    .filter(({ thing, fields, alive }) => alive && ownerOf(thing, fields) === releaseId)
    .map(({ thing }) => thing);
}

function start(entity: string, id: string) {
  const fields = new Map<string, Json>();
  return { thing: { entity, id, fields }, fields, alive: true };
}

function ownerOf({ entity, id }: Thing, fields: ReadonlyMap<string, Json>): Json | undefined {
  return entity === 'release' ? id : fields.get('releaseId');
}

/** Two moments side by side, thing by thing and field by field, with what differs marked. */
export function compareThings(from: readonly Thing[], to: readonly Thing[]): ComparedThing[] {
  const before = new Map(from.map((thing) => [thing.id, thing]));
  const after = new Map(to.map((thing) => [thing.id, thing]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids
    .map((id) => compareThing(id, before.get(id), after.get(id)))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

function compareThing(id: string, from: Thing | undefined, to: Thing | undefined): ComparedThing {
  const names = new Set([...(from?.fields.keys() ?? []), ...(to?.fields.keys() ?? [])]);
  const fields = [...names]
    .filter((field) => !unasked.includes(field))
    .map((field) => {
      const values = { from: from?.fields.get(field) ?? null, to: to?.fields.get(field) ?? null };
      return { field, ...values, differs: !isSame(values.from, values.to) };
    });
  return { entity: to?.entity ?? from?.entity ?? '', id, state: stateOf(from, to, fields), fields };
}

function stateOf(
  from: Thing | undefined,
  to: Thing | undefined,
  fields: ComparedThing['fields'],
): ComparedThing['state'] {
  if (from === undefined) return 'added';
  if (to === undefined) return 'removed';
  return fields.some(({ differs }) => differs) ? 'changed' : 'same';
}

/** Empty text and nothing read the same to people. */
function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a === '' ? null : a) === JSON.stringify(b === '' ? null : b);
}

function placeOf({ entity }: ComparedThing): number {
  return comparedEntities.indexOf(entity);
}
