import type { Context } from '#core/context.ts';
import { entriesOf, lastSeq } from '#core/database/journal/commands.ts';
import type { Store } from '#core/database/store.ts';
import { isEntityName } from '#core/database/tables.ts';
import type { Write } from '#core/database/write.ts';
import type { TakenBack } from '#shared/contract/workspace/edits.ts';
import { rowChanges } from '#shared/rules/workspace/row-changes.ts';
import type { RowChange } from '#shared/rules/workspace/row-changes.ts';
import { refuseCycles } from './cycles.ts';
import { refuseAddresses, refuseChangedSince, refuseClosed } from './refuse.ts';
import { describeStep, releasesOf } from './stacks.ts';
import type { KnownStep } from './stacks.ts';
import { refuseOverlaps } from './overlaps.ts';
import { refuseBroken } from './whole.ts';

/** What a rule makes of a release anew after its parts were put back; governance hands it in. */
export type Settle = (write: Write, store: Store, releaseIds: readonly string[]) => unknown;

/**
 * Puts every row a step touched back to where the step found it, as a command of its own. What
 * somebody built on it since makes it a refusal; then nothing changes.
 */
export function takeBack(
  step: KnownStep,
  word: 'undone' | 'done again',
  context: Context,
  settle: Settle,
): TakenBack {
  const { store } = context;
  const actorId = context.requireActor();
  const entries = entriesOf(store.raw, store.deviceId, step.latest);
  const changes = rowChanges(entries);
  const releaseIds = releasesOf(entries);
  const hlc = entries.at(-1)?.hlc ?? '';
  const { what } = describeStep(store, step);
  const before = lastSeq(store.raw, store.deviceId);
  context.transact((write) => {
    const taken = { changes, hlc, releaseIds, actorId, word };
    refuseClosed(store, taken);
    refuseAddresses(taken);
    refuseChangedSince(store, taken);
    for (const change of changes.toReversed()) putBack(write, store, change);
    settle(write, store, releaseIds);
    refuseBroken(store, changes);
    refuseCycles(store, changes);
    refuseOverlaps(store, changes);
  }, step.command);
  return {
    what: `${word === 'undone' ? 'Undid' : 'Redid'}: ${what}`,
    command: step.command,
    name: step.name,
    entries: lastSeq(store.raw, store.deviceId) - before,
    releaseIds,
  };
}

function putBack(write: Write, store: Store, { entity, entityId, before }: RowChange): void {
  if (!isEntityName(entity)) throw new Error(`${entity} is in the journal, but no table`);
  // Its policy has asked for the gate anew meanwhile: one of a kind is enough.
  if (entity === 'gate' && before.alive && hasTwin(store, entityId)) return;
  write.putBack(entity, entityId, before);
}

function hasTwin(store: Store, gateId: string): boolean {
  const twin = store.raw
    .prepare(
      `SELECT 1 FROM gate own JOIN gate other ON other.release_id = own.release_id
       AND other.key = own.key AND other.id <> own.id AND other.deleted_hlc IS NULL
       WHERE own.id = ?`,
    )
    .get(gateId);
  return twin !== undefined;
}
