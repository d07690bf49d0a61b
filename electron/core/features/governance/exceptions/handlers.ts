import type { Context, Handlers } from '#core/context.ts';
import { exception } from '#core/database/schema/governance.ts';
import { toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import {
  checkDecision,
  checkRequest,
  checkWithdrawal,
} from '#shared/rules/governance/exceptions.ts';
import type { ExceptionGround } from '#shared/rules/governance/exceptions.ts';
import { requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { authorityOf, exceptionRows, toFacts, viewsOf } from './rows.ts';
import type { ExceptionRow } from './rows.ts';
import { nameOfSubject } from './subjects.ts';

type Names = 'exceptions.list' | 'exceptions.request' | 'exceptions.decide' | 'exceptions.withdraw';

export const exceptions: Handlers<Names> = {
  'exceptions.list': ({ releaseId }, context) => {
    if (releaseId !== undefined) requireRelease(context.store, releaseId);
    return viewsOf(exceptionRows(context.store, releaseId), context);
  },
  'exceptions.request': (input, context) => request(input, context),
  'exceptions.decide': (input, context) => decide(input, context),
  'exceptions.withdraw': ({ id }, context) => withdraw(id, context),
};

function request(input: Parsed<'exceptions.request'>, context: Context): ExceptionView {
  const { store } = context;
  const { releaseId, rule, rationale, impact } = input;
  const subjectId = input.subjectId ?? null;
  requireOpenRelease(store, releaseId);
  const expiresAt = toMs(input.expiresAt);
  checkRequest({ rule, subjectId, expiresAt }, groundOf(context, { releaseId, subjectId }));
  const subjectName = nameOfSubject(store, rule, subjectId);
  const requestedById = context.requireActor();
  const row = context.transact((write) =>
    write.insert(exception, {
      ...{ releaseId, rule, subjectId, subjectName, rationale, impact, requestedById, expiresAt },
      ...{ requestedAt: write.now, decidedById: null, decidedAt: null, granted: null },
      ...{ decisionNote: '', withdrawnAt: null },
    }),
  );
  return viewOf(row, context);
}

function decide({ id, granted, note }: Parsed<'exceptions.decide'>, context: Context) {
  const byId = context.requireActor();
  const row = context.transact((write) => {
    const found = write.find(exception, id);
    requireOpenRelease(context.store, found.releaseId);
    checkDecision(toFacts(found), groundOf(context, found), { byId, granted, note });
    const decision = { granted, decidedById: byId, decidedAt: write.now, decisionNote: note };
    return write.update(exception, id, decision);
  });
  return viewOf(row, context);
}

function withdraw(id: string, context: Context): ExceptionView {
  const byId = context.requireActor();
  const row = context.transact((write) => {
    const found = write.find(exception, id);
    requireOpenRelease(context.store, found.releaseId);
    checkWithdrawal(toFacts(found), groundOf(context, found), byId);
    return write.update(exception, id, { withdrawnAt: write.now });
  });
  return viewOf(row, context);
}

function groundOf(
  { store, now }: { store: Store; now: number },
  { releaseId, subjectId }: Pick<ExceptionRow, 'releaseId' | 'subjectId'>,
): ExceptionGround {
  const names = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  return {
    release: requireRelease(store, releaseId),
    authorityId: authorityOf(store, subjectId),
    ...{ now, zone: readWorkspace(store).zone },
    nameOf: (id) => names.get(id) ?? 'somebody who left',
  };
}

function viewOf(row: ExceptionRow, context: Context): ExceptionView {
  const [view] = viewsOf([row], context);
  if (view === undefined) throw new Error(`The exception ${row.id} was saved and is not there`);
  return view;
}
