import type { TableRelease, TableView } from '#shared/model/planning/release-table.ts';
import { partOfInWords } from './release-table.ts';

/** Names of what a row refers to by id. */
export type RowNames = { person: (id: string) => string; service: (id: string) => string };

type Filter = Pick<
  TableView,
  'types' | 'phases' | 'owners' | 'services' | 'bands' | 'outcomes' | 'wholes'
>;

/**
 * The rows that fit every part of a filter. Of one part any choice fits; a part without choices
 * takes every row. Which of open and past ones there are is for whoever asks for the rows.
 */
export function filterReleases<R extends TableRelease>(
  rows: readonly R[],
  filter: Filter & Pick<TableView, 'text'>,
  names: RowNames,
): readonly R[] {
  const words = wordsOf(filter.text);
  if (words.length === 0 && countChosen(filter) === 0) return rows;
  return rows.filter((row) => fits(row, filter) && hasWords(row, words, names));
}

/** How many choices narrow the list, its words left aside. */
export function countChosen(filter: Filter): number {
  const { types, phases, owners, services, bands, outcomes, wholes } = filter;
  return [types, phases, owners, services, bands, outcomes, wholes].reduce(
    (sum, chosen) => sum + chosen.length,
    0,
  );
}

function fits(row: TableRelease, filter: Filter): boolean {
  const { types, phases, owners, services, bands, outcomes, wholes } = filter;
  return (
    takes(types, row.type) &&
    takes(phases, row.phase) &&
    takes(owners, row.ownerId) &&
    takes(bands, row.risk.band) &&
    (outcomes.length === 0 || (row.outcome !== null && outcomes.includes(row.outcome))) &&
    (services.length === 0 || row.services.some(({ serviceId }) => services.includes(serviceId))) &&
    (wholes.length === 0 || isPartOf(row, wholes))
  );
}

function isPartOf({ parent, train }: TableRelease, wholes: readonly string[]): boolean {
  return [parent, train].some((whole) => whole !== null && wholes.includes(whole.id));
}

function takes<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}

/** Every word typed occurs: in name, number, type, service, version, owner or what it is part of. */
function hasWords(row: TableRelease, words: readonly string[], names: RowNames): boolean {
  if (words.length === 0) return true;
  const ships = row.services.map(
    ({ serviceId, version }) => `${names.service(serviceId)} ${version}`,
  );
  const own = [row.name, `R-${row.number}`, row.type, names.person(row.ownerId)];
  const haystack = [...own, ...ships, partOfInWords(row)].join('\n').toLocaleLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** A view without what the workspace no longer has, and how much was left out. */
export function applicableView(
  view: TableView,
  known: {
    people: ReadonlySet<string>;
    services: ReadonlySet<string>;
    columns: ReadonlySet<string>;
  },
): { view: TableView; gone: { people: number; services: number; columns: number } } {
  const owners = view.owners.filter((id) => known.people.has(id));
  const services = view.services.filter((id) => known.services.has(id));
  const columns = view.columns?.filter((key) => known.columns.has(key)) ?? null;
  const sort = view.sort !== null && known.columns.has(view.sort.key) ? view.sort : null;
  return {
    view: { ...view, owners, services, columns, sort },
    gone: {
      people: view.owners.length - owners.length,
      services: view.services.length - services.length,
      columns: (view.columns?.length ?? 0) - (columns?.length ?? 0),
    },
  };
}
