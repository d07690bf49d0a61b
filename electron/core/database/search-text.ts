/**
 * What can be found, and by which of its fields: those of the title weigh more, those of the body
 * are shown where they fit. Their order is that of the answers and of the numbers of documents.
 */
const searchable = {
  release: { title: ['name'], body: ['number', 'changeNumber', 'changeUrl', 'notes', 'endReason'] },
  scope_item: { title: ['ticket', 'title'], body: ['note', 'dropReason'] },
  risk: { title: ['title'], body: ['mitigation'] },
  person: { title: ['name'], body: ['email'] },
  comment: { title: [], body: ['text'] },
  attachment: { title: ['name'], body: [] },
  incident: { title: ['title'], body: ['note'] },
  task: { title: ['title'], body: ['note'] },
  dependency: { title: ['title'], body: ['note'] },
  stakeholder: { title: ['name'], body: ['interest', 'contact'] },
  component: { title: ['version'], body: ['commit', 'artefact'] },
  gate: { title: ['name'], body: [] },
  checklist_item: { title: ['text'], body: ['evidence', 'reason'] },
  service: { title: ['name'], body: [] },
  environment: { title: ['name'], body: ['region'] },
  team: { title: ['name'], body: [] },
  template: { title: ['name'], body: ['about'] },
  connection: { title: ['name'], body: ['repository', 'baseUrl'] },
  lesson: { title: ['title'], body: ['situation', 'cause', 'whatHelped', 'tags', 'source'] },
} as const satisfies Record<string, { title: readonly string[]; body: readonly string[] }>;

export type Searchable = keyof typeof searchable;
export type SearchText = { title: string; body: string };

export function isSearchable(entity: string): entity is Searchable {
  return Object.hasOwn(searchable, entity);
}

export const searchableEntities: readonly Searchable[] =
  Object.keys(searchable).filter(isSearchable);

const perKind = 2 ** 40;

/**
 * Documents are numbered kind by kind, upwards from `first`, so that the words of one kind are a
 * range of the index that is asked alone. SQLite is given them `AS INTEGER`: FTS5 does not take a
 * number of JavaScript, which arrives as a real one, for a rowid.
 */
export function numbersOf(entity: Searchable): { first: number; last: number } {
  const first = searchableEntities.indexOf(entity) * perKind + 1;
  return { first, last: first + perKind - 2 };
}

/** The kind of a document by its number. */
export function entityOf(number: number): Searchable {
  const entity = searchableEntities[Math.floor((number - 1) / perKind)];
  if (entity === undefined) throw new Error(`no document is numbered ${number}`);
  return entity;
}

/** The words of a row, its fields under the names of their columns in the schema. */
export function searchText(entity: Searchable, row: Readonly<Record<string, unknown>>): SearchText {
  const { title, body } = searchable[entity];
  return { title: joined(row, title, ' '), body: joined(row, body, '\n') };
}

function joined(
  row: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  between: string,
): string {
  return fields
    .map((field) => inWords(row[field]))
    .filter((text) => text !== '')
    .join(between);
}

/** The one number that is searched is that of a release, which people write R-12; lists are of words. */
function inWords(value: unknown): string {
  if (typeof value === 'number') return `R-${value}`;
  if (Array.isArray(value)) return value.map(inWords).join(' ');
  return typeof value === 'string' ? value : '';
}
