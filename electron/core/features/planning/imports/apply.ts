import { person, team } from '#core/database/schema/workspace.ts';
import { window } from '#core/database/schema/calendar.ts';
import type { Context } from '#core/context.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { PersonItem } from '#shared/rules/planning/sheets/person-sheet.ts';
import type { WindowItem } from '#shared/rules/planning/sheets/window-sheet.ts';
import type { Evaluated } from './evaluate.ts';
import { keepMapping } from './mappings.ts';
import { releaseWriter } from './write-releases.ts';

/**
 * Writes what the preview showed: everything in one command, and nothing where something else would
 * be written by now.
 */
export function applyItems(
  { preview, items, layout, head }: Evaluated,
  { digest, leaveOutRefused }: Pick<Parsed<'imports.apply'>, 'digest' | 'leaveOutRefused'>,
  context: Context,
): Output<'imports.apply'> {
  const { store } = context;
  const { counts, reading } = preview;
  context.requireActor();
  if (preview.inTheWay !== null) throw new Refusal('invalid_input', preview.inTheWay);
  if (preview.digest !== digest) throw otherwise();
  if (counts.refused > 0 && !leaveOutRefused) {
    throw new Refusal(
      'precondition_failed',
      `${counts.refused} rows are refused and would be left out. Say that this is meant, or correct them in the sheet.`,
      { leaveOutRefused: 'is needed, since rows are refused' },
    );
  }
  const writeRelease = releaseWriter(context);
  return context.transact((write) => {
    // The rows were read in several goes: somebody may have been faster.
    if ((store.head()?.hash ?? null) !== head) throw otherwise();
    const joins = new Map<string, string[]>();
    for (const item of items) {
      if (item.what === 'releases') writeRelease(write, item);
      else if (item.what === 'windows') writeWindow(write, item);
      else writePerson(write, item, joins);
    }
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
