import { release } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import type { Context } from '#core/context.ts';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { askedToDecide } from '#shared/rules/governance/exception-deciders.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { authorityOf, exceptionRows, viewsOf } from './rows.ts';

/** The exceptions that wait for a person to decide on them. */
export function exceptionsFor(
  context: Pick<Context, 'store' | 'now' | 'actorId'>,
  personId: string,
): ExceptionView[] {
  const { store } = context;
  const open = exceptionRows(store).filter(
    ({ granted, withdrawnAt }) => granted === null && withdrawnAt === null,
  );
  if (open.length === 0) return [];
  const people = listPeople(store);
  return viewsOf(open, context).filter((view) => {
    const row = rowOf(store, release, view.releaseId);
    if (view.state !== 'asked' || row === null || row.phase === 'closed') return false;
    const authority = authorityOf(store, view.subjectId);
    return askedToDecide(view, authority, row.ownerId, people).includes(personId);
  });
}
