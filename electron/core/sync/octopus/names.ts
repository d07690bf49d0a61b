import { storable } from '../reading/place.ts';

type Thing = Record<string, unknown>;

const indexes = new WeakMap<readonly Thing[], ReadonlyMap<string, Thing>>();

/** The thing with this id among those of one answer: a task, a project, an environment, a release. */
export function thingOf(all: readonly Thing[], id: string | null | undefined): Thing | undefined {
  if (!id) return undefined;
  const known = indexes.get(all) ?? new Map(all.map((thing) => [String(thing['Id']), thing]));
  indexes.set(all, known);
  return known.get(id);
}

/** What people call it where the answer tells, else its id. */
export function nameOf(all: readonly Thing[], id: string | null | undefined): string | null {
  const name = thingOf(all, id)?.['Name'];
  return storable(typeof name === 'string' && name !== '' ? name : id);
}

/** A release by its version. */
export function versionOf(all: readonly Thing[], id: string | null | undefined): string | null {
  const version = thingOf(all, id)?.['Version'];
  return typeof version === 'string' && version !== '' ? storable(version) : null;
}
