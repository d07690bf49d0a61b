import type { Context } from '#core/context.ts';
import { change } from '#core/database/schema/delivery.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { newScopeItem } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { shortId } from '#shared/rules/delivery/git/commit.ts';
import { rangeRows } from '#shared/rules/delivery/git/rows.ts';
import type { FoundRow } from '#shared/rules/delivery/git/rows.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { itemAdder } from '../../planning/scope/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { changeValues, surroundingsOf } from './changes.ts';
import { readBetween } from './range.ts';

/**
 * Writes the chosen rows in one transaction. The repository is read again, so that what is written
 * is what git says and not what a screen held; the release is looked at within the transaction.
 */
export async function takeRows(
  { releaseId, serviceId, rows: keys, lateReason, ...ends }: Parsed<'git.take'>,
  context: Context,
): Promise<Output<'git.take'>> {
  const { store } = context;
  requireOpenRelease(store, releaseId);
  requireService(serviceId, context);
  const { changes, to } = await readBetween(ends, context);
  return context.transact((write) => {
    requireOpenRelease(store, releaseId);
    const found = rangeRows(changes, surroundingsOf(store, releaseId));
    const chosen = chosenOf(found, keys, to.name);
    const add = itemAdder(write, context, releaseId, lateReason);
    const keep = changeKeeper(write, found, { releaseId, serviceId });
    const added: Output<'git.take'>['items'] = [];
    let kept = 0;
    for (const row of chosen) {
      if (row.adds === 'nothing') continue;
      const item = row.adds === 'item' ? add(itemOf(row)) : null;
      if (item !== null) added.push(item);
      kept += keep(row, item?.id ?? row.itemId);
    }
    const unchanged = chosen.filter(({ adds }) => adds === 'nothing').length;
    return { items: added, changes: kept, unchanged };
  });
}

/** The rows by their keys, in the order things landed. One that changes nothing cannot be taken. */
function chosenOf(rows: readonly FoundRow[], keys: readonly string[], to: string): FoundRow[] {
  const wanted = new Set(keys);
  const chosen = rows.filter(({ key }) => wanted.has(key));
  const known = new Set(chosen.map(({ key }) => key));
  const lost = [...wanted].filter((key) => !known.has(key));
  if (lost.length > 0) {
    throw new Refusal(
      'conflict',
      `${lost.slice(0, 3).map(shortId).join(', ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''} ${lost.length === 1 ? 'is' : 'are'} not among what leads up to “${to}”: the repository may have changed since it was read. Nothing was added; read it again.`,
      { rows: 'are no longer in the repository as they were read' },
    );
  }
  const empty = chosen.find(({ adds, undone }) => adds === 'nothing' && undone);
  if (empty !== undefined) {
    throw new Refusal(
      'precondition_failed',
      `${shortId(empty.key)} “${empty.title}” changes nothing. ${empty.reason} Nothing was added; leave it out.`,
      { rows: 'hold one that changes nothing' },
    );
  }
  return chosen;
}

function itemOf({ kind, title, ticket, note }: FoundRow) {
  // What lies on the line to be released has been built.
  return newScopeItem.parse({ kind, title, ticket, note, status: 'done' });
}

/** Keeps each commit once in a release, whatever rows it stands in; gives how many were new. */
function changeKeeper(
  write: Write,
  found: readonly FoundRow[],
  belongs: { releaseId: string; serviceId: string | null },
) {
  const known = new Set(found.flatMap(({ recorded }) => recorded));
  return (row: FoundRow, scopeItemId: string | null): number => {
    const fresh = row.changes.filter(({ commit }) => !known.has(commit));
    for (const each of fresh) {
      known.add(each.commit);
      write.insert(change, { ...changeValues(each), ...belongs, scopeItemId });
    }
    return fresh.length;
  };
}

function requireService(serviceId: string | null, { store }: Context): void {
  if (serviceId === null || listServices(store).some(({ id }) => id === serviceId)) return;
  throw new Refusal(
    'not_found',
    `There is no service with the id ${serviceId}. It may have been removed; choose another one, or none.`,
    { serviceId: 'is no service of this workspace' },
  );
}
