import { desc } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { window } from '#core/database/schema/calendar.ts';
import { exception } from '#core/database/schema/governance.ts';
import { release } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, iso, isoOrNull, ofReleases, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { exceptionRule } from '#shared/model/governance/exceptions.ts';
import type { ExceptionRule, ExceptionView } from '#shared/model/governance/exceptions.ts';
import { placementRule } from '#shared/model/planning/placement.ts';
import {
  decidersInWords,
  exceptionState,
  isDecider,
  mayWithdraw,
} from '#shared/rules/governance/exceptions.ts';
import type { ExceptionFacts } from '#shared/rules/governance/exceptions.ts';
import { proposalFor } from '#shared/rules/planning/placement/coverage.ts';
import { repeatedExceptions } from '../../planning/calendar/index.ts';
import { listPeople } from '../../workspace/people/index.ts';

export type ExceptionRow = Plain<typeof exception>;

/** The exceptions of a release, or of all, the newest first. */
export function exceptionRows(store: Store, releaseId?: string): ExceptionRow[] {
  return store.orm
    .select(plain(exception))
    .from(exception)
    .where(releaseId === undefined ? alive(exception) : ofReleases(exception, [releaseId]))
    .orderBy(desc(exception.requestedAt), desc(exception.id))
    .all();
}

/** For a report that nobody reads as themselves: nothing in it is theirs to decide. */
export function exceptionsOfRelease(store: Store, releaseId: string, now: number): ExceptionView[] {
  return viewsOf(exceptionRows(store, releaseId), { store, now, actorId: () => null });
}

/** The facts rules look at; a rule of a newer program reads as one that only warns. */
export function toFacts(row: ExceptionRow): ExceptionFacts & { rule: ExceptionRule } {
  const rule = exceptionRule.safeParse(row.rule);
  return { ...row, rule: rule.success ? rule.data : 'peak' };
}

/** The authority named on the freeze an exception is to; null where it names none. */
export function authorityOf(store: Store, subjectId: string | null): string | null {
  return subjectId === null ? null : (rowOf(store, window, subjectId)?.authorityId ?? null);
}

export function viewsOf(
  rows: readonly ExceptionRow[],
  { store, now, actorId }: Pick<Context, 'store' | 'now' | 'actorId'>,
): ExceptionView[] {
  if (rows.length === 0) return [];
  const names = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'somebody who left';
  const releases = releasesOf(store, rows);
  const repeated = repeatedExceptions(store, now);
  const actor = actorId();
  return rows.map((row) => {
    const facts = toFacts(row);
    const state = exceptionState(facts, now);
    const ground = { authorityId: authorityOf(store, row.subjectId), nameOf };
    const isOpen = state === 'asked';
    const name = releases.get(row.releaseId) ?? 'a release that is gone';
    const { id, releaseId, subjectId, subjectName, rationale, impact } = row;
    const { requestedById, decidedById, decisionNote } = row;
    return {
      ...{ id, releaseId, subjectId, subjectName, rationale, impact, requestedById, decidedById },
      ...{ release: name, rule: facts.rule, state, decisionNote },
      requestedAt: iso(row.requestedAt),
      expiresAt: iso(row.expiresAt),
      decidedAt: isoOrNull(row.decidedAt),
      withdrawnAt: isoOrNull(row.withdrawnAt),
      deciders: isOpen ? decidersInWords(facts, ground) : '',
      mayDecide: isOpen && isDecider(facts, ground, actor),
      mayWithdraw: mayWithdraw(facts, actor, now),
      proposal: proposalOf(facts, repeated(row.rule, subjectId)),
    };
  });
}

/** A rule of the calendar can be changed there; a gate is taken off for one release alone. */
function proposalOf({ rule, subjectName }: ExceptionFacts, count: number): string | null {
  const placement = placementRule.safeParse(rule);
  return placement.success ? proposalFor(count, placement.data, subjectName) : null;
}

function releasesOf(store: Store, rows: readonly ExceptionRow[]): Map<string, string> {
  const ids = [...new Set(rows.map(({ releaseId }) => releaseId))];
  const { id, name } = release;
  const found = store.orm.select({ id, name }).from(release).where(oneOf(id, ids)).all();
  return new Map(found.map((row) => [row.id, row.name]));
}
