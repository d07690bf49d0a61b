import { person, team } from '#core/database/schema/workspace.ts';
import { window } from '#core/database/schema/calendar.ts';
import type { Context, RunningProgress } from '#core/context.ts';
import { mapInSlices } from '#core/in-slices.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { PersonItem } from '#shared/rules/planning/sheets/person-sheet.ts';
import type { WindowItem } from '#shared/rules/planning/sheets/window-sheet.ts';
import type { Evaluated, Item } from './evaluate.ts';
import { keepMapping } from './mappings.ts';
import { releasePreparer } from './write-releases.ts';

/** Refuses what cannot be written, or is not what the preview showed. */
export function checkAccepted(
  { preview }: Evaluated,
  { digest, leaveOutRefused }: Pick<Parsed<'imports.apply'>, 'digest' | 'leaveOutRefused'>,
): void {
  const { counts } = preview;
  if (preview.inTheWay !== null) throw new Refusal('invalid_input', preview.inTheWay);
  if (preview.digest !== digest) throw otherwise();
  if (counts.refused > 0 && !leaveOutRefused) {
    throw new Refusal(
      'precondition_failed',
      `${counts.refused} rows are refused and would be left out. Say that this is meant, or correct them in the sheet.`,
      { leaveOutRefused: 'is needed, since rows are refused' },
    );
  }
}

/** Things that are made up in one go before others get their turn. */
const turn = 50;

/**
 * Writes what the preview showed: everything in one command, and nothing where something else would
 * be written by now. What is written is made up before, in slices, for a command holds everybody up.
 */
export async function applyItems(
  { preview, items, layout, head }: Evaluated,
  context: Context,
  progress: RunningProgress,
): Promise<Output<'imports.apply'>> {
  const { store } = context;
  const { counts, reading } = preview;
  const joins = new Map<string, string[]>();
  const releases = items.filter((item) => item.what === 'releases');
  const prepareRelease = releasePreparer(context, releases);
  const prepare = (item: Item): ((write: Write) => void) => {
    if (item.what === 'releases') return prepareRelease(item);
    if (item.what === 'windows') return (write) => writeWindow(write, item);
    return (write) => writePerson(write, item, joins);
  };
  const writings = await mapInSlices(items, prepare, progress, turn);
  return context.transact((write) => {
    // The rows were read in several goes: somebody may have been faster.
    if ((store.head()?.hash ?? null) !== head) throw otherwise();
    for (const writeOne of writings) writeOne(write);
    for (const [id, members] of joins) {
      const { memberIds } = write.find(team, id);
      write.update(team, id, { memberIds: [...new Set([...memberIds, ...members])] });
    }
    keepMapping(write, store, layout.keys, reading);
    return { kind: reading.kind, counts };
  });
}

function otherwise(): Refusal {
  return new Refusal(
    'conflict',
    'The workspace or the sheet changed since this preview, so something else would be written. Nothing was written: look at the rows again.',
  );
}

function writeWindow(write: Write, { known, ...item }: WindowItem): void {
  const { kind, name, note, zone, startWall, endWall, recurrence } = item;
  const { serviceIds, environmentIds, regions } = item;
  const values = {
    ...{ kind, name, note, zone, startWall, endWall, recurrence },
    ...{ serviceIds, environmentIds, regions },
  };
  if (known === null) write.insert(window, { ...values, authorityId: null, uid: '' });
  else write.update(window, known.id, values, known.rev);
}

function writePerson(
  write: Write,
  { known, name, email, roles, joins }: PersonItem,
  joined: Map<string, string[]>,
): void {
  const values = { name, email, roles };
  const { id } =
    known === null
      ? write.insert(person, values)
      : write.update(person, known.id, values, known.rev);
  for (const teamId of joins) joined.set(teamId, [...(joined.get(teamId) ?? []), id]);
}
