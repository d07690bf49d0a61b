import type { Context, Handlers } from '#core/context.ts';
import { rehearsal } from '#core/database/schema/plan.ts';
import { rollbackPlan } from '#core/database/schema/planning.ts';
import { iso } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { planAfterRehearsal, planWithoutRehearsal } from '#shared/rules/planning/rehearsals.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { planRow, readRollback, rehearsalsOf } from './rows.ts';

type Names = 'rollback.get' | 'rollback.save' | 'rollback.rehearse' | 'rollback.removeRehearsal';

export const rollback: Handlers<Names> = {
  'rollback.get': ({ releaseId }, { store }) => readRollback(store, releaseId),

  'rollback.save': ({ releaseId, rev, ...patch }, context) => {
    const { store } = context;
    requireOpenRelease(store, releaseId);
    const { id } = planRow(store, releaseId);
    context.transact((write) => write.update(rollbackPlan, id, patch, rev));
    return readRollback(store, releaseId);
  },

  'rollback.rehearse': (input, context) => rehearse(input, context),

  'rollback.removeRehearsal': ({ id }, context) => {
    const { store } = context;
    const releaseId = context.transact((write) => {
      const removed = write.find(rehearsal, id);
      requireOpenRelease(store, removed.releaseId);
      const plan = planRow(store, removed.releaseId);
      write.remove(rehearsal, id);
      const left = rehearsalsOf(store, removed.releaseId);
      write.update(rollbackPlan, plan.id, planWithoutRehearsal(plan, removed, left));
      return removed.releaseId;
    });
    return readRollback(store, releaseId);
  },
};

function rehearse(
  { byId, ...input }: Parsed<'rollback.rehearse'>,
  context: Context,
): Output<'rollback.rehearse'> {
  const { store } = context;
  const { releaseId } = input;
  requireOpenRelease(store, releaseId);
  refuseAhead(input.rehearsedOn, context);
  const leader = byId ?? context.requireActor();
  if (!listPeople(store).some(({ id }) => id === leader)) {
    throw new Refusal('invalid_input', 'Who led it is nobody of this workspace. Choose a person.', {
      byId: 'is nobody of this workspace; choose a person',
    });
  }
  context.transact((write) => {
    const plan = planRow(store, releaseId);
    write.insert(rehearsal, { ...input, byId: leader });
    const patch = planAfterRehearsal(plan, rehearsalsOf(store, releaseId));
    write.update(rollbackPlan, plan.id, patch);
  });
  return readRollback(store, releaseId);
}

/** A rehearsal that is planned proves nothing yet: it is recorded when it was held. */
function refuseAhead(rehearsedOn: string, { store, now }: Context): void {
  const today = dateIn(iso(now), readWorkspace(store).zone);
  if (rehearsedOn <= today) return;
  throw new Refusal(
    'invalid_input',
    `The rehearsal is dated ${formatDate(rehearsedOn, today)}, which lies ahead: today is ${formatDate(today, today)}. Record it when it was held.`,
    { rehearsedOn: 'lies ahead; record a rehearsal when it was held' },
  );
}
