import type { Context } from '#core/context.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import type { Store } from '#core/database/store.ts';
import { alive } from '#core/database/select.ts';
import { readHistory } from '#core/sync/git/history.ts';
import { resolveName } from '#core/sync/git/names.ts';
import { openRepository } from '#core/sync/git/repository.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NamedCommit, RangeRow } from '#shared/model/delivery/git.ts';
import { readChanges } from '#shared/rules/delivery/git/changes.ts';
import type { ReadChange } from '#shared/rules/delivery/git/changes.ts';
import { noSurroundings, rangeRows } from '#shared/rules/delivery/git/rows.ts';
import type { FoundRow } from '#shared/rules/delivery/git/rows.ts';
import { projectOf } from '#shared/rules/delivery/git/tickets.ts';
import { surroundingsOf } from './changes.ts';

type Ends = Pick<Parsed<'git.range'>, 'path' | 'from' | 'to'>;

/** What lies between two ends of a repository, as it was read at one moment. */
export type Between = {
  root: string;
  from: NamedCommit | null;
  to: NamedCommit;
  commits: number;
  changes: ReadChange[];
  warnings: string[];
};

/** Reads a repository; refuses what `openRepository`, `resolveName` and `readHistory` do. */
export async function readBetween(ends: Ends, context: Context): Promise<Between> {
  const { platform, signal, session } = context;
  const repository = await openRepository(ends.path, platform.machine, signal);
  const to = await resolveName(repository, ends.to, 'to');
  const from =
    ends.from === null || ends.from === ''
      ? null
      : await resolveName(repository, ends.from, 'from');
  const { commits, warnings } = await readHistory(repository, from, to);
  const store = session.current();
  const projects = store === null ? new Set<string>() : knownProjects(store);
  const { changes } = readChanges(commits, to.commit, projects);
  return { root: repository.root, from, to, commits: commits.length, changes, warnings };
}

export async function readRange(
  { releaseId, ...ends }: Parsed<'git.range'>,
  context: Context,
): Promise<Output<'git.range'>> {
  const { changes, ...between } = await readBetween(ends, context);
  const around =
    releaseId === undefined ? noSurroundings : surroundingsOf(context.store, releaseId);
  const rows = rangeRows(changes, around).map(shown);
  return { ...between, rows };
}

function shown({ itemId, recorded, ...row }: FoundRow): RangeRow {
  return row;
}

/** Projects of the tickets this workspace has: a key of theirs is a ticket, whatever it looks like. */
function knownProjects(store: Store): Set<string> {
  const rows = store.orm
    .selectDistinct({ ticket: scopeItem.ticket })
    .from(scopeItem)
    .where(alive(scopeItem))
    .all();
  return new Set(rows.flatMap(({ ticket }) => projectOf(ticket) ?? []));
}
