import type { Store } from '#core/database/store.ts';
import { changesSince } from '#core/database/journal/commands.ts';
import { describeTable, entityTables, isEntityName } from '#core/database/tables.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { fieldInWords } from '#shared/rules/workspace/field-words.ts';
import { clashesOf } from '#shared/rules/workspace/row-changes.ts';
import type { Clash, RowChange, RowState } from '#shared/rules/workspace/row-changes.ts';
import { labelOf, valueInWords } from './labels.ts';

/** The command whose rows are to be put back, and who asks for it. */
export type Taken = {
  changes: readonly RowChange[];
  /** The stamp of its newest entry: what came later was built on it. */
  hlc: string;
  releaseIds: readonly string[];
  actorId: string;
  word: 'undone' | 'done again';
};

/** What is said of a release after it ended. */
const toldLater: readonly string[] = ['incident', 'comment'];

/** A release that ended stays as it was; only what is told of it later is taken back. */
export function refuseClosed(store: Store, { changes, releaseIds, word }: Taken): void {
  if (changes.every(({ entity }) => toldLater.includes(entity))) return;
  for (const id of releaseIds) {
    const closed = store.raw
      .prepare<[string], { name: string }>(
        "SELECT name FROM release WHERE id = ? AND phase = 'closed'",
      )
      .get(id);
    if (closed === undefined) continue;
    throw new Refusal(
      'precondition_failed',
      `${closed.name} is closed, so it stays as it was and nothing of it is ${word}. Create a new release for further changes.`,
    );
  }
}

/** A token belongs to the address it was typed for, and none is in the journal to be put back. */
export function refuseAddresses({ changes, word }: Taken): void {
  const moved = changes.some(
    ({ entity, before, after }) =>
      entity === 'connection' &&
      (!before.alive ||
        !after.alive ||
        ['provider', 'baseUrl', 'repository'].some((field) => field in before.fields)),
  );
  if (!moved) return;
  throw new Refusal(
    'precondition_failed',
    `Making a connection and changing its address or repository is not ${word}, since a token belongs to the address it was typed for. Change the connection in its settings and type the token there.`,
  );
}

/** Rows that are no longer as the step left them: what was changed since, and by whom. */
export function refuseChangedSince(store: Store, taken: Taken): void {
  const { changes } = taken;
  const clashes = clashesOf(changes, (entity, id) => stateNow(store, entity, id));
  const [clash] = clashes;
  if (clash === undefined) return;
  const made = changes.find(({ entity, before }) => entity === 'release' && !before.alive);
  if (made !== undefined) throw workedOn(store, made.entityId, clash.entityId);
  throw changed(store, clash, clashes, taken);
}

/** A release is no longer as it was created: somebody went on from there. */
export function workedOn(store: Store, releaseId: string, rowId: string): Refusal {
  const [newest] = changesSince(store.raw, rowId, '');
  return new Refusal(
    'conflict',
    `${newest?.name ?? 'Somebody'} has worked on ${labelOf(store, 'release', releaseId)} since it was created, so creating it is not undone. Cancel the release instead.`,
  );
}

function stateNow(store: Store, entity: string, id: string): RowState {
  if (!isEntityName(entity)) throw new Error(`${entity} is in the journal, but no table`);
  const { columns } = describeTable(entityTables[entity]);
  const stored = store.raw
    .prepare<[string], Record<string, unknown>>(`SELECT * FROM ${entity} WHERE id = ?`)
    .get(id);
  if (stored === undefined) throw new Error(`${entity} ${id} is in the journal, but not there`);
  const fields = Object.fromEntries(columns.map((c) => [c.field, c.decode(stored[c.name])]));
  return { alive: stored['deleted_hlc'] === null, fields };
}

/** Who changed what since, with both values of each field. */
function changed(
  store: Store,
  clash: Clash,
  all: readonly Clash[],
  { hlc, actorId, word }: Taken,
): Refusal {
  const { entity, entityId, field } = clash;
  const label = labelOf(store, entity, entityId, field === null ? {} : { [field]: clash.left });
  const by = changesSince(store.raw, entityId, hlc).find(
    (change) => field === null || field in change.fields,
  );
  const own = by?.actorId === actorId && by.deviceId === store.deviceId;
  const who = own ? 'You' : (by?.name ?? 'Somebody');
  const values = (each: Clash) => ({
    now: valueInWords(store, each.field ?? '', each.now),
    left: valueInWords(store, each.field ?? '', each.left),
  });
  const instead = own
    ? 'Undo that first.'
    : 'Change it again where it stands, or restore a value from the history.';
  if (field === null) {
    const did = clash.now === true ? 'brought back' : 'removed';
    return new Refusal('conflict', `${who} ${did} ${label} since, so nothing was ${word}.`);
  }
  const { now, left } = values(clash);
  const fields = Object.fromEntries(
    all.flatMap((each) =>
      each.field === null
        ? []
        : [[each.field, `is now ${values(each).now}; your change had left ${values(each).left}`]],
    ),
  );
  return new Refusal(
    'conflict',
    `${who} changed the ${fieldInWords(field)} of ${label} since: it is now ${now}, and your change had left ${left}. Nothing was ${word}. ${instead}`,
    fields,
  );
}
