import type { Context } from '#core/context.ts';
import { gate } from '#core/database/schema/governance.ts';
import { iso } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { requireOpenGate } from './view.ts';

/** By when a gate should be decided; null where no day is set. A policy that comes leaves it alone. */
export function setDue(
  { gateId, dueOn }: Parsed<'gates.setDue'>,
  context: Context,
): Output<'gates.setDue'> {
  const { store, now } = context;
  const { name, check } = requireOpenGate(store, gateId);
  if (check !== 'decision') {
    throw new Refusal(
      'precondition_failed',
      `“${name}” is judged from facts, so nobody decides it by a day. Its evidence says what it waits for.`,
    );
  }
  const today = dateIn(iso(now), readWorkspace(store).zone);
  if (dueOn !== null && dueOn < today) {
    throw new Refusal(
      'invalid_input',
      `“${name}” cannot be decided by ${dueOn}, which is past; today is ${today}. Choose today or later.`,
      { dueOn: `is past; expected ${today} or later` },
    );
  }
  context.requireActor();
  context.transact((write) => write.update(gate, gateId, { dueOn }));
  return { gateId, dueOn };
}
