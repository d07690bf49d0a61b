import type { BulkChange } from '#shared/model/planning/bulk-edit.ts';

/** What is typed; an empty text leaves that field of the releases as it is. */
export type BulkDraft = {
  ownerId: string;
  roleKey: string;
  /** `nobody` takes the role away. */
  holderId: string;
  note: string;
  dataMigration: '' | 'yes' | 'no';
  days: string;
};

export const nobody = 'nobody';

export const noChange: BulkDraft = {
  ...{ ownerId: '', roleKey: '', holderId: '', note: '', dataMigration: '', days: '' },
};

/** The change a draft stands for; null while it stands for none. */
export function changeOf(draft: BulkDraft): BulkChange | null {
  const change: BulkChange = {};
  if (draft.ownerId !== '') change.ownerId = draft.ownerId;
  if (draft.roleKey !== '' && draft.holderId !== '') {
    const personId = draft.holderId === nobody ? null : draft.holderId;
    change.role = { roleKey: draft.roleKey, personId };
  }
  if (draft.note.trim() !== '') change.note = draft.note.trim();
  if (draft.dataMigration !== '') change.dataMigration = draft.dataMigration === 'yes';
  const days = Number(draft.days);
  if (draft.days.trim() !== '' && Number.isInteger(days) && days !== 0 && Math.abs(days) <= 366) {
    change.moveDays = days;
  }
  return Object.keys(change).length === 0 ? null : change;
}
