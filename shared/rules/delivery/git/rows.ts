import type { FoundChange, RangeRow } from '#shared/model/delivery/git.ts';
import type { ScopeKind } from '#shared/model/planning/scope.ts';
import type { ReadChange } from './changes.ts';
import { shortId } from './commit.ts';

/** What a release has already, which rows are held against. */
export type RowSurroundings = {
  /** Items of its scope, dropped ones among them. */
  items: readonly { id: string; ticket: string; title: string; dropped: boolean }[];
  /** Commits whose changes it keeps, with the item they belong to: null where that was removed. */
  recorded: ReadonlyMap<string, { item: { id: string; title: string } | null }>;
};

export const noSurroundings: RowSurroundings = { items: [], recorded: new Map() };

/** A row with what the core writes it by. */
export type FoundRow = RangeRow & {
  /** The item that its changes join where it adds none. */
  itemId: string | null;
  /** Commits of it that the release keeps already. */
  recorded: string[];
};

type Draft = { key: string; ticket: string; changes: ReadChange[] };

/**
 * What lies between two commits as rows of a scope: one a ticket with all its changes, and one for
 * each change without a ticket. A change of two tickets stands in both. In the order things landed.
 */
export function rangeRows(changes: readonly ReadChange[], around: RowSurroundings): FoundRow[] {
  const drafts = new Map<string, Draft>();
  for (const read of changes) {
    // What changes nothing stands for itself, or it would be counted with what does.
    const tickets = read.undone === '' ? read.change.tickets : [];
    const [ticket = ''] = read.change.tickets;
    if (tickets.length === 0) {
      const { commit } = read.change;
      drafts.set(commit, { key: commit, ticket, changes: [read] });
    }
    for (const each of tickets) {
      const draft = drafts.get(each) ?? { key: each, ticket: each, changes: [] };
      draft.changes.push(read);
      drafts.set(each, draft);
    }
  }
  return [...drafts.values()].map((draft) => rowOf(draft, around));
}

function rowOf({ key, ticket, changes }: Draft, around: RowSurroundings): FoundRow {
  const [first] = changes;
  const telling = tellingOf(changes) ?? first;
  if (telling === undefined) throw new Error(`The row ${key} has no change`);
  const found = changes.map(({ change }) => change);
  const breaking = changes.flatMap(({ breakingWords }) =>
    breakingWords === '' ? [] : [breakingWords],
  );
  const row = {
    ...{ key, ticket, title: telling.change.title, kind: kindOf(found) },
    note: noteOf(telling, breaking),
    breaking: found.some((change) => change.breaking),
    changes: found,
    recorded: found.map(({ commit }) => commit).filter((commit) => around.recorded.has(commit)),
    cautions: [...new Set(changes.flatMap(({ cautions }) => cautions))],
  };
  const undone = changes.every((read) => read.undone !== '') ? telling.undone : '';
  if (undone !== '') return { ...row, ...nothing(undone), undone: true };
  return { ...row, ...held(row, around), undone: false };
}

/** The change that says best what a ticket is about: work somebody notices before housekeeping. */
function tellingOf(changes: readonly ReadChange[]): ReadChange | undefined {
  const isRevert = ({ change }: ReadChange) => /^(?:Revert|Reapply) "|^revert:/i.test(change.title);
  return (
    changes.find((read) => !read.change.housekeeping && !isRevert(read)) ??
    changes.find((read) => !isRevert(read))
  );
}

function kindOf(changes: readonly FoundChange[]): ScopeKind {
  const noticed = changes.filter(({ housekeeping }) => !housekeeping).map(({ kind }) => kind);
  if (noticed.includes('feature')) return 'feature';
  return noticed.includes('fix') ? 'fix' : 'improvement';
}

function noteOf({ change, wholeTitle }: ReadChange, breaking: readonly string[]): string {
  const whole = wholeTitle === change.title ? [] : [wholeTitle];
  const note = [...whole, ...breaking.map((words) => `Breaking change: ${words}`)].join('\n\n');
  return note.length > 4_000 ? `${note.slice(0, 3_999).toWellFormed()}…` : note;
}

type Effect = Pick<FoundRow, 'adds' | 'proposed' | 'reason' | 'itemId'> & { cautions?: string[] };
type Bare = { ticket: string; title: string; changes: FoundChange[]; cautions: string[] };

function nothing(reason: string): Effect {
  return { adds: 'nothing', proposed: false, reason, itemId: null };
}

/** What choosing the row would write, given what the release has. */
function held(row: Bare, { items, recorded }: RowSurroundings): Effect {
  const { ticket, title, changes, cautions } = row;
  const fresh = changes.filter(({ commit }) => !recorded.has(commit));
  const there = items.find((item) =>
    ticket === '' ? item.ticket === '' && item.title === title : item.ticket === ticket,
  );
  const joined = changes.flatMap(({ commit }) => recorded.get(commit)?.item ?? []);
  const [taken] = ticket === '' ? joined : [];
  const item = there ?? taken;
  if (item !== undefined) {
    const called = ticket === '' ? 'It' : ticket;
    const as = ticket === '' && item.title !== title ? ` as “${item.title}”` : '';
    if (fresh.length === 0) {
      return nothing(`${called} is in the scope already${as}, with ${these(changes.length)}.`);
    }
    const dropped = there?.dropped ?? false;
    const words = dropped ? 'was dropped from the scope' : `is in the scope already${as}`;
    const count = fresh.length === 1 ? 'its change is' : `its ${fresh.length} changes are`;
    const caution = `${called} ${words}: ${count} added to it.`;
    const effect = { adds: 'changes', proposed: !dropped, reason: '', itemId: item.id } as const;
    return { ...effect, cautions: [...cautions, caution] };
  }
  const adds = { adds: 'item', reason: '', itemId: null } as const;
  if (fresh.length === 0) {
    const before = 'It was taken before, and its item was removed since.';
    return { ...adds, proposed: false, cautions: [...cautions, before] };
  }
  if (changes.every(({ housekeeping }) => housekeeping)) {
    const types = [...new Set(changes.map(({ type }) => type))].join(', ');
    const kept = `Housekeeping (${types}): left out unless it is chosen.`;
    return { ...adds, proposed: false, cautions: [...cautions, kept] };
  }
  return { ...adds, proposed: true };
}

function these(count: number): string {
  return count === 1 ? 'this change' : 'these changes';
}

/** How a row is named where there is no room for it: its ticket, or its commit. */
export function rowName({ ticket, key }: Pick<RangeRow, 'ticket' | 'key'>): string {
  return ticket === '' ? shortId(key) : ticket;
}
