import type { ChecklistRow } from '#shared/model/governance/checklists.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { filterPart } from '../../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../../components/filter/filter-part.ts';
import type { Names } from '../../../planning/releases/index.ts';
import { phaseWords } from '../checklist-groups.ts';
import { ownerWords, standingWords } from '../item-words.ts';

/** What the address carries: whose items, and how they are narrowed. */
export type ChecklistsSearch = { [K in (typeof addressKeys)[number]]?: string };
export const addressKeys = ['whose', 'due', 'phase', 'release'] as const;

const whoseValues = ['mine', 'roles', 'all'] as const;
type Standing = ChecklistRow['standing'];
const standings: readonly Standing[] = ['overdue', 'soon', 'later', 'undated', 'settled'];

export type AcrossView = {
  whose: (typeof whoseValues)[number];
  due: Standing[];
  phases: Phase[];
  releases: string[];
};

export const whoseChoices = [
  { value: 'mine', label: 'Mine' },
  { value: 'roles', label: 'Mine and of my roles' },
  { value: 'all', label: 'Everybody’s' },
] as const;

/** The view an address asks for; what means nothing in it is left out. */
export function viewOf(search: ChecklistsSearch): AcrossView {
  const chosen = (text: string | undefined) => (text ?? '').split(',').filter(Boolean);
  const releases = chosen(search.release);
  return {
    // One release is looked at for all of it, the whole workspace for what is one's own.
    whose:
      whoseValues.find((each) => each === search.whose) ?? (releases.length > 0 ? 'all' : 'mine'),
    due: standings.filter((each) => chosen(search.due).includes(each)),
    phases: phases.filter((each) => chosen(search.phase).includes(each)),
    releases,
  };
}

export function addressOf(view: AcrossView): ChecklistsSearch {
  const search: ChecklistsSearch = { whose: view.whose };
  if (view.due.length > 0) search.due = view.due.join(',');
  if (view.phases.length > 0) search.phase = view.phases.join(',');
  if (view.releases.length > 0) search.release = view.releases.join(',');
  return search;
}

export function partsOf(view: AcrossView, rows: readonly ChecklistRow[]): FilterPart<AcrossView>[] {
  const names = new Map(rows.map(({ releaseId, release }) => [releaseId, release]));
  const known = [...names.keys()];
  const shownPhases = phases.filter((phase) => phase !== 'closed');
  return [
    filterPart(
      'Due',
      standings,
      (each) => standingWords[each],
      view.due,
      (due) => ({ ...view, due }),
    ),
    filterPart(
      'Phase',
      shownPhases,
      (each) => phaseWords[each],
      view.phases,
      (chosen) => ({ ...view, phases: chosen }),
    ),
    filterPart(
      'Release',
      // One that is chosen and has nothing left stays to be taken out.
      [...known, ...view.releases.filter((id) => !names.has(id))],
      (id) => names.get(id) ?? 'A release with nothing open',
      view.releases,
      (releases) => ({ ...view, releases }),
    ),
  ];
}

export function shownRows(
  rows: readonly ChecklistRow[],
  view: AcrossView,
  text: string,
  names: Names,
): ChecklistRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      isTheirs(row, view.whose) &&
      (view.due.length === 0 || view.due.includes(row.standing)) &&
      (view.phases.length === 0 || view.phases.includes(row.phase)) &&
      (view.releases.length === 0 || view.releases.includes(row.releaseId)) &&
      words.every((word) =>
        `${row.text} ${row.release} ${ownerWords(row, names)}`.toLowerCase().includes(word),
      ),
  );
}

function isTheirs({ mine }: ChecklistRow, whose: AcrossView['whose']): boolean {
  if (whose === 'all') return true;
  return mine === 'owner' || (whose === 'roles' && mine === 'role');
}
