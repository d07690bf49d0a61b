import { everyDevice } from '#core/database/journal/head.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { readCommand } from '#shared/rules/workspace/edits.ts';
import { readLabels } from '../../planning/releases/index.ts';

type Changed = {
  change_id: string;
  release_id: string;
  release: string;
  at: number;
  actor_id: string | null;
  command_id: string;
  command: string;
  entity: string;
  entity_id: string;
};

/** As far back as is read on each device: a morning of a big import is no day's reading. */
const mostEntries = 400;
const mostTold = 50;

/**
 * What others changed since then, a line for each command and release, newest first. Each device's
 * chain is read from its end, so that a long journal takes no longer than a short one.
 */
export function changesSince(
  store: Store,
  since: number,
  personId: string | null,
): Output<'today.get'>['changes'] {
  const rows = store.raw
    .prepare<{ since: number; me: string | null; most: number }, Changed>(
      `${everyDevice}
       SELECT j.change_id, j.release_id, r.name AS release, j.at, j.actor_id, j.command_id, j.command,
              j.entity, j.entity_id
       FROM device JOIN change_journal j ON j.device_id = device.id
        AND j.device_seq > (SELECT MAX(device_seq) FROM change_journal WHERE device_id = device.id) - @most
       JOIN release r ON r.id = j.release_id
       WHERE j.at > @since AND j.actor_id IS NOT @me AND r.deleted_hlc IS NULL
       ORDER BY j.hlc DESC`,
    )
    .all({ since, me: personId, most: mostEntries });
  const first = new Map<string, Changed>();
  for (const row of rows) {
    // The first entry of a command is what people did; the others followed from it.
    first.set(`${row.command_id} ${row.release_id}`, row);
  }
  const told = [...first.values()].slice(0, mostTold);
  const labels = readLabels(store, told);
  return told.map((row) => ({
    id: row.change_id,
    releaseId: row.release_id,
    release: row.release,
    at: iso(row.at),
    byId: row.actor_id,
    command: readCommand(row.command).name,
    label: row.entity === 'release' ? '' : (labels.get(row.entity_id) ?? ''),
  }));
}
