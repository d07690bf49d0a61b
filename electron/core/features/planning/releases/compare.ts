import { readChanges } from '#core/database/journal/changes.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { compareThings, thingsAfter } from '#shared/rules/planning/moments.ts';
import type { MomentEntry } from '#shared/rules/planning/moments.ts';
import { readCommand } from '#shared/rules/workspace/edits.ts';

type Stored = Omit<MomentEntry, 'fields'> & {
  at: number;
  hlc: string;
  actorId: string | null;
  command: string;
  commandId: string;
  changeId: string;
  fieldsJson: string;
};

/** A release at two moments side by side, from nothing but the journal. */
export function compareMoments(
  store: Store,
  { id, from, to }: Parsed<'releases.compare'>,
): Output<'releases.compare'> {
  const entries = readEntries(store, id);
  const first = entriesUntil(entries, from);
  const second = to === undefined ? entries : entriesUntil(entries, to);
  return {
    from: describe(first),
    to: describe(second),
    things: compareThings(after(first, id), after(second, id)),
  };
}

/** Everything that happened to what is or was part of the release, oldest first. */
function readEntries(store: Store, releaseId: string): Stored[] {
  return store.raw
    .prepare<[string], Stored>(
      `SELECT change_id AS changeId, command_id AS commandId, command, at, hlc,
              actor_id AS actorId, entity, entity_id AS entityId, op, fields_json AS fieldsJson
       FROM change_journal
       WHERE entity_id IN (SELECT entity_id FROM change_journal WHERE release_id = ?)
       ORDER BY hlc`,
    )
    .all(releaseId);
}

/**
 * The entries up to a moment: with the whole command of an entry, since its entries were written
 * together, or those made by an instant.
 */
function entriesUntil(entries: readonly Stored[], moment: string): Stored[] {
  if (moment.includes('T')) return entries.filter(({ at }) => at <= toMs(moment));
  const commandId = entries.find(({ changeId }) => changeId === moment)?.commandId;
  const last = entries.findLastIndex((entry) => entry.commandId === commandId);
  if (commandId !== undefined) return entries.slice(0, last + 1);
  throw new Refusal(
    'not_found',
    `The history of this release has no entry ${moment}. Give the id of one of its entries, or an instant.`,
  );
}

function after(entries: readonly Stored[], releaseId: string) {
  const changes = entries.map(({ fieldsJson, ...entry }) => ({
    ...entry,
    fields: readChanges(fieldsJson) ?? {},
  }));
  return thingsAfter(changes, releaseId);
}

function describe(entries: readonly Stored[]): Output<'releases.compare'>['from'] {
  const last = entries.at(-1);
  if (last === undefined) return { at: null, byId: null, command: null };
  return { at: iso(last.at), byId: last.actorId, command: readCommand(last.command).name };
}
