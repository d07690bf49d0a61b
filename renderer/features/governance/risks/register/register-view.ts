import { mitigationStandings, riskBands, riskStates } from '#shared/model/governance/risks.ts';
import type {
  MitigationStanding,
  RegisteredRisk,
  RiskBand,
  RiskState,
} from '#shared/model/governance/risks.ts';
import { capital, filterPart } from '../../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../../components/filter/filter-part.ts';
import type { Names } from '../../../planning/releases/index.ts';
import { stateWords } from '../risk-words.ts';

/** What the address carries: of which releases, and how the risks are narrowed. */
export type RegisterSearch = {
  [K in 'which' | 'band' | 'state' | 'category' | 'owner' | 'due' | 'release']?: string;
};

export type RegisterView = {
  which: 'open' | 'all';
  bands: RiskBand[];
  states: RiskState[];
  categories: string[];
  owners: string[];
  due: MitigationStanding[];
  releases: string[];
};

export const whichChoices = [
  { value: 'open', label: 'Open releases' },
  { value: 'all', label: 'All releases' },
] as const;

export const standingWords: Record<MitigationStanding, string> = {
  overdue: 'Overdue',
  soon: 'Due within a week',
  later: 'Due later',
  undated: 'No date',
  settled: 'Settled',
};

/** Stands for an owner or a category that nobody has given. */
const none = 'none';

/** The view an address asks for; what means nothing in it is left out. */
export function viewOf(search: RegisterSearch): RegisterView {
  const chosen = (text: string | undefined) => (text ?? '').split(',').filter(Boolean).map(decoded);
  const among = <V extends string>(values: readonly V[], text: string | undefined) =>
    values.filter((each) => chosen(text).includes(each));
  return {
    which: search.which === 'all' ? 'all' : 'open',
    bands: among(riskBands, search.band),
    states: among(riskStates, search.state),
    categories: chosen(search.category),
    owners: chosen(search.owner),
    due: among(mitigationStandings, search.due),
    releases: chosen(search.release),
  };
}

/** Categories are typed by people, and a comma in one would be two. */
function decoded(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}

export function addressOf(view: RegisterView): RegisterSearch {
  const text = (values: readonly string[]) =>
    values.map((each) => each.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
  const { which, bands, states, categories, owners, due, releases } = view;
  const all = { band: bands, state: states, category: categories, owner: owners, due };
  const parts = Object.entries({ ...all, release: releases });
  return {
    ...(which === 'all' ? { which } : {}),
    ...Object.fromEntries(parts.flatMap(([key, v]) => (v.length === 0 ? [] : [[key, text(v)]]))),
  };
}

export function partsOf(
  view: RegisterView,
  rows: readonly RegisteredRisk[],
  names: Names,
): FilterPart<RegisterView>[] {
  const releases = new Map(rows.map(({ releaseId, release }) => [releaseId, release]));
  // One that is chosen and has nothing left stays to be taken out.
  const known = (values: readonly string[], chosen: readonly string[]) => [
    ...new Set([...values, ...chosen]),
  ];
  const owners = known(rows.map(ownerKey), view.owners);
  const categories = known(rows.map(categoryKey), view.categories).toSorted();
  return [
    filterPart('Band', riskBands.toReversed(), capital, view.bands, (bands) => ({
      ...view,
      bands,
    })),
    filterPart(
      'State',
      riskStates,
      (each) => stateWords[each],
      view.states,
      (states) => ({ ...view, states }),
    ),
    filterPart(
      'Mitigation',
      mitigationStandings,
      (each) => standingWords[each],
      view.due,
      (due) => ({ ...view, due }),
    ),
    filterPart(
      'Category',
      categories,
      (each) => (each === none ? 'No category' : each),
      view.categories,
      (chosen) => ({ ...view, categories: chosen }),
    ),
    filterPart(
      'Owner',
      owners,
      (each) => (each === none ? 'Nobody yet' : names.person(each)),
      view.owners,
      (chosen) => ({ ...view, owners: chosen }),
    ),
    filterPart(
      'Release',
      known([...releases.keys()], view.releases),
      (each) => releases.get(each) ?? 'A release without risks here',
      view.releases,
      (chosen) => ({ ...view, releases: chosen }),
    ),
  ];
}

export function shownRisks(
  rows: readonly RegisteredRisk[],
  view: RegisterView,
  text: string,
  names: Names,
): RegisteredRisk[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = <V>(chosen: readonly V[], value: V) => chosen.length === 0 || chosen.includes(value);
  return rows.filter(
    (row) =>
      fits(view.bands, row.band) &&
      fits(view.states, row.state) &&
      fits(view.categories, categoryKey(row)) &&
      fits(view.owners, ownerKey(row)) &&
      fits(view.due, row.standing) &&
      fits(view.releases, row.releaseId) &&
      (words.length === 0 || words.every((word) => textOf(row, names).includes(word))),
  );
}

const ownerKey = ({ ownerId }: RegisteredRisk) => ownerId ?? none;
const categoryKey = ({ category }: RegisteredRisk) => (category === '' ? none : category);

function textOf(row: RegisteredRisk, names: Names): string {
  const owner = row.ownerId === null ? '' : names.person(row.ownerId);
  const { title, mitigation, category, release } = row;
  return `${title} ${mitigation} ${category} ${release} ${owner}`.toLowerCase();
}
