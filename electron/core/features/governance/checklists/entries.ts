import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { releaseRole } from '#core/database/schema/planning.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { dueOf, openBefore, ownerOf } from '#shared/rules/governance/checklist-terms.ts';
import type { PlannedStart } from '#shared/rules/planning/start.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { plannedStarts } from '../../planning/releases/index.ts';

export type ItemRow = Plain<typeof checklistItem>;

/** The checklists of these releases, each by the release's id, with what their terms come to. */
export function checklistsOf(
  store: Store,
  releaseIds: readonly string[],
): (releaseId: string) => { entries: ChecklistEntry[]; start: PlannedStart | null } {
  const items = partsOf(store, checklistItem, releaseIds, 'order');
  const roles = partsOf(store, releaseRole, releaseIds);
  const starts = plannedStarts(store, releaseIds);
  return (id) => {
    const start = starts(id);
    return { entries: entriesOf(items(id), roles(id), start), start };
  };
}

export function listChecklist(store: Store, releaseId: string): ChecklistEntry[] {
  return checklistsOf(store, [releaseId])(releaseId).entries;
}

/** One entry as it is now, which a command answers with: read without the rest of its list. */
export function requireEntry(store: Store, id: string): ChecklistEntry {
  const row = rowOf(store, checklistItem, id);
  if (row === null) throw new Error(`Checklist item ${id} is gone`);
  const { releaseId } = row;
  const isByRole = row.ownerId === null && row.ownerRole !== null;
  const isCounted = row.dueOn === null && row.dueDaysBefore !== null;
  const waits = row.afterIds.length > 0;
  return entryOf(row, {
    rows: waits ? partsOf(store, checklistItem, [releaseId], 'order')(releaseId) : [],
    roles: isByRole ? partsOf(store, releaseRole, [releaseId])(releaseId) : [],
    startOn: isCounted ? dayOf(plannedStarts(store, [releaseId])(releaseId)) : null,
  });
}

type Surroundings = {
  rows: readonly ItemRow[];
  roles: readonly RoleAssignment[];
  startOn: string | null;
};

/** Phase by phase, in the order they stand in. */
function entriesOf(
  rows: readonly ItemRow[],
  roles: readonly RoleAssignment[],
  start: PlannedStart | null,
): ChecklistEntry[] {
  const around = { rows, roles, startOn: dayOf(start) };
  return rows
    .map((row) => entryOf(row, around))
    .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
}

function entryOf(row: ItemRow, { rows, roles, startOn }: Surroundings): ChecklistEntry {
  return {
    ...row,
    setAt: isoOrNull(row.setAt),
    owner: ownerOf(row, roles),
    due: dueOf(row, startOn),
    waitsFor: row.state === 'open' ? openBefore(row, rows).map(({ id }) => id) : [],
  };
}

function dayOf(start: PlannedStart | null): string | null {
  return start === null ? null : dateIn(start.startAt, start.zone);
}
