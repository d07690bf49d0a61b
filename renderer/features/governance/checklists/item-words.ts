import type { EvidenceWish } from '#shared/model/governance/checklist-templates.ts';
import type { ChecklistEntry, ChecklistRow } from '#shared/model/governance/checklists.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import type { Names } from '../../planning/releases/index.ts';

export const wishWords: Record<EvidenceWish, string> = {
  nothing: 'Nothing',
  note: 'A note',
  link: 'A link',
  file: 'A file',
};

export const wishOptions = (['nothing', 'note', 'link', 'file'] as const).map((value) => ({
  value,
  label: wishWords[value],
}));

export const stateWords: Record<ChecklistEntry['state'], string> = {
  open: 'Open',
  done: 'Done',
  'not-applicable': 'Not applicable',
};

export const standingWords: Record<ChecklistRow['standing'], string> = {
  overdue: 'Overdue',
  soon: 'Due within a week',
  later: 'Later',
  undated: 'No date',
  settled: 'Settled',
};

/** Who owns an item, or whose role it is while nobody has it. */
export function ownerWords(
  { owner, ownerRole }: Pick<ChecklistEntry, 'owner' | 'ownerRole'>,
  names: Names,
): string {
  if (owner !== null) return names.person(owner);
  return ownerRole === null ? 'Nobody' : `Nobody (${names.role(ownerRole)})`;
}

/** `due Thu 26 Nov`, `was due Thu 26 Nov`; nothing where there is no date or nothing is left to do. */
export function dueText(
  { state, due }: Pick<ChecklistEntry, 'state' | 'due'>,
  today: string,
): string {
  if (due === null || state !== 'open') return '';
  return `${due < today ? 'was due' : 'due'} ${formatDate(due, today)}`;
}
