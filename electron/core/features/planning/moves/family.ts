import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { release } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Family, Relative } from '#shared/model/planning/moves.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { chainInWords, cycleThrough } from '#shared/rules/planning/cycles.ts';
import { requireOpenRelease, requireRelease, summarise } from '../releases/index.ts';
import type { Outlook } from '../releases/index.ts';

/** What a release is part of, and what is part of it. */
export function readFamily(store: Store, id: string, outlook: Outlook, now: number): Family {
  const { parentId } = requireRelease(store, id);
  const children = childrenOf(store, id);
  const ids = [...children, ...(parentId === null ? [] : [parentId])];
  const relatives = summarise(store, ids, outlook, now).map(
    ({ id: each, name, number, phase, outcome, startAt, zone, readiness }): Relative => ({
      ...{ id: each, name, number, phase, outcome, startAt, zone, readiness },
    }),
  );
  return {
    parent: relatives.find((each) => each.id === parentId) ?? null,
    children: relatives.filter((each) => each.id !== parentId).toSorted(byStart),
  };
}

function byStart(a: Relative, b: Relative): number {
  const [one, other] = [a, b].map(({ startAt, number }) => `${startAt ?? 'z'} ${number}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function childrenOf(store: Store, id: string): string[] {
  return store.orm
    .select({ id: release.id })
    .from(release)
    .where(alive(release, eq(release.parentId, id)))
    .all()
    .map((row) => row.id);
}

export function setParent(
  { id, parentId, rev }: Parsed<'releases.setParent'>,
  context: Context,
): void {
  const { store } = context;
  const { name } = requireOpenRelease(store, id);
  if (parentId !== null) checkParent(store, id, parentId, name);
  context.transact((write) => write.update(release, id, { parentId }, rev));
}

function checkParent(store: Store, id: string, parentId: string, name: string): void {
  const parent = requireRelease(store, parentId);
  if (parentId === id)
    throw wrongParent(`${name} cannot be part of itself; choose another release.`);
  if (parent.phase === 'closed') {
    throw wrongParent(
      `${parent.name} is closed, so nothing becomes part of it any more. Choose one that is open.`,
    );
  }
  const parents = readParents(store);
  const cycle = cycleThrough(id, (at) => {
    const next = at === id ? parentId : parents.get(at);
    return next === undefined ? [] : [next];
  });
  if (cycle === null) return;
  const chain = chainInWords(cycle.map((each) => requireRelease(store, each).name));
  throw wrongParent(
    `The releases would be part of each other: ${chain}. Take one of them out of its parent first.`,
  );
}

function readParents({ raw }: Store): Map<string, string> {
  const rows = raw
    .prepare<[], { id: string; parentId: string }>(
      `SELECT id, parent_id AS parentId FROM release
       WHERE deleted_hlc IS NULL AND parent_id IS NOT NULL`,
    )
    .all();
  return new Map(rows.map((row) => [row.id, row.parentId]));
}

function wrongParent(message: string): Refusal {
  return new Refusal('invalid_input', message, { parentId: message });
}
