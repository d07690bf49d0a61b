import type { BulkChange, BulkLine } from '#shared/model/planning/bulk-edit.ts';
import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Living } from './life.ts';
import { refuseOver } from './life.ts';
import { reschedule } from './reschedule.ts';
import type { Planned, Rescheduled } from './reschedule.ts';
import { formatInFull } from './zoned-time.ts';

/** A release with what a change of many looks at. */
export type BulkSubject = Living & {
  ownerId: string;
  notes: string;
  dataMigration: boolean;
  roles: readonly RoleAssignment[];
  deployments: readonly Planned[];
  /** The deployment ahead the release starts with. */
  leadId: string | null;
};

export type BulkNames = {
  person: (id: string | null) => string;
  role: (key: string) => string;
};

/** What is to be written of one release; absent parts stay as they are. */
export type BulkEdit = {
  fields: { ownerId?: string; notes?: string; dataMigration?: boolean };
  role: RoleAssignment | null;
  moved: Rescheduled | null;
  lines: BulkLine[];
};

const longestNotes = 20_000;

/**
 * What a change of many makes of one release. It is taken whole or not at all: where one part is
 * refused, the refusal says so and nothing of this release changes. No lines: it is so already.
 */
export function bulkEdit(
  release: BulkSubject,
  change: BulkChange,
  names: BulkNames,
  now: string,
): BulkEdit {
  refuseOver(release);
  const edit: BulkEdit = { fields: {}, role: null, moved: null, lines: [] };
  changeOwner(edit, release, change, names);
  changeRole(edit, release, change, names);
  appendNote(edit, release, change);
  changeMigration(edit, release, change);
  moveDays(edit, release, change, now);
  return edit;
}

function changeOwner(edit: BulkEdit, release: BulkSubject, change: BulkChange, names: BulkNames) {
  const { ownerId } = change;
  if (ownerId === undefined || ownerId === release.ownerId) return;
  edit.fields.ownerId = ownerId;
  edit.lines.push({
    what: 'Owner',
    from: names.person(release.ownerId),
    to: names.person(ownerId),
  });
}

function changeRole(edit: BulkEdit, release: BulkSubject, change: BulkChange, names: BulkNames) {
  if (change.role === undefined) return;
  const { roleKey, personId } = change.role;
  const held = release.roles.find((each) => each.roleKey === roleKey);
  if (held === undefined) {
    throw new Refusal(
      'precondition_failed',
      `${release.name} has no role “${names.role(roleKey)}”: its template asks for none. Add the role on its page first.`,
    );
  }
  if (held.personId === personId) return;
  edit.role = { roleKey, personId };
  edit.lines.push({
    what: names.role(roleKey),
    from: names.person(held.personId),
    to: names.person(personId),
  });
}

function appendNote(edit: BulkEdit, { name, notes }: BulkSubject, { note }: BulkChange) {
  const added = note?.trim() ?? '';
  if (added === '') return;
  const after = notes.trim() === '' ? added : `${notes.trimEnd()}\n\n${added}`;
  if (after.length > longestNotes) {
    throw new Refusal(
      'precondition_failed',
      `The notes of ${name} would have ${after.length.toLocaleString('en-GB')} characters, and 20,000 is the most. Shorten the note, or the notes that are there.`,
    );
  }
  edit.fields.notes = after;
  edit.lines.push({ what: 'Notes', from: '', to: `+ ${added}` });
}

function changeMigration(edit: BulkEdit, release: BulkSubject, { dataMigration }: BulkChange) {
  if (dataMigration === undefined || dataMigration === release.dataMigration) return;
  edit.fields.dataMigration = dataMigration;
  const word = (value: boolean) => (value ? 'yes' : 'no');
  edit.lines.push({
    what: 'Data migration',
    from: word(release.dataMigration),
    to: `${word(dataMigration)}; its gates are planned anew`,
  });
}

function moveDays(edit: BulkEdit, release: BulkSubject, { moveDays: by }: BulkChange, now: string) {
  if (by === undefined || by === 0) return;
  const { deployments, leadId } = release;
  const moved = reschedule(release, deployments, { leadId }, { byDays: by }, now);
  edit.moved = moved;
  const count = moved.starts.size;
  edit.lines.push({
    what: count === 1 ? 'Start' : `Start, ${count} deployments`,
    from: formatInFull(moved.fromAt, moved.zone),
    to: formatInFull(moved.toAt, moved.zone),
  });
}
