import type { Store } from '#core/database/store.ts';
import { commandsOf, entriesOf, outlineOf } from '#core/database/journal/commands.ts';
import type { CommandEntry, StoredCommand } from '#core/database/journal/commands.ts';
import { editInWords } from '#shared/rules/workspace/edit-words.ts';
import { stacksOf } from '#shared/rules/workspace/edits.ts';
import type { Step } from '#shared/rules/workspace/edits.ts';
import { labelOf } from './labels.ts';

/** A step with where its commands stand in the journal. */
export type KnownStep = Step & { made: StoredCommand; latest: StoredCommand };
export type KnownStacks = { undo: KnownStep[]; redo: KnownStep[] };

/** What of a person's commands on this device can be undone and done again, newest first. */
export function readStacks(store: Store, actorId: string): KnownStacks {
  const commands = commandsOf(store.raw, store.deviceId, actorId);
  const byId = new Map(commands.map((command) => [command.id, command]));
  const { undo, redo } = stacksOf(commands);
  const known = (step: Step): KnownStep[] => {
    const made = byId.get(step.command);
    const latest = byId.get(step.last);
    return made === undefined || latest === undefined ? [] : [{ ...step, made, latest }];
  };
  return { undo: undo.flatMap(known), redo: redo.flatMap(known) };
}

/** From so many entries on a step is told by what it was about, not by each thing's name. */
const many = 400;

/** What a step did, in words, and to which releases. */
export function describeStep(
  store: Store,
  { name, made }: KnownStep,
): { what: string; releaseIds: string[] } {
  const isMany = made.lastSeq - made.firstSeq >= many;
  const entries = (isMany ? outlineOf : entriesOf)(store.raw, store.deviceId, made);
  const releases = new Map<string, string>();
  const releaseLabel = (id: string) => {
    const label = releases.get(id) ?? labelOf(store, 'release', id);
    releases.set(id, label);
    return label;
  };
  const spoken = entries.map((entry) => ({
    ...entry,
    label: isMany ? '' : labelOf(store, entry.entity, entry.entityId, valuesBefore(entry)),
    release: entry.releaseId === null ? '' : releaseLabel(entry.releaseId),
  }));
  return { what: editInWords(name, spoken), releaseIds: releasesOf(entries) };
}

/** Whoever renamed something speaks of it by the name it had. */
function valuesBefore({ op, fields }: CommandEntry): Record<string, unknown> {
  if (op !== 'update') return {};
  return Object.fromEntries(Object.entries(fields).map(([field, [from]]) => [field, from]));
}

/** The releases that entries are about; what was moved to another one is about both. */
export function releasesOf(entries: readonly CommandEntry[]): string[] {
  const ids = entries.flatMap(({ releaseId, fields }) => [
    releaseId,
    ...(fields['releaseId'] ?? []),
  ]);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
