import type { Context } from '#core/context.ts';
import { approvalRequest } from '#core/database/schema/approvals.ts';
import { iso } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { requireOpenGate, seatsOf } from '../gates/index.ts';
import { todayOf } from './asking.ts';

/** Records that a decision is asked for, of whom, and until when. */
export function requestDecision(
  { gateId, note, dueOn }: Parsed<'approvals.request'>,
  context: Context,
): Output<'approvals.request'> {
  const { store, now } = context;
  const gate = requireOpenGate(store, gateId);
  if (gate.check !== 'decision') {
    throw new Refusal(
      'precondition_failed',
      `“${gate.name}” is judged from facts, so there is nobody to ask. Its evidence says what it waits for.`,
    );
  }
  const today = todayOf(context);
  if (dueOn !== undefined && dueOn < today) {
    throw new Refusal(
      'invalid_input',
      `A decision cannot be asked for by ${dueOn}, which is past; today is ${today}. Choose today or later.`,
      { dueOn: `is past; expected ${today} or later` },
    );
  }
  const requestedById = context.requireActor();
  const seats = seatsOf(store, gate, now);
  // Whoever asks is not asked: they could not give the decision.
  const asked = new Set(seats.flatMap(({ askedIds }) => askedIds));
  asked.delete(requestedById);
  const row = context.transact((write) =>
    write.insert(approvalRequest, {
      releaseId: gate.releaseId,
      gateId,
      requestedById,
      requestedAt: write.now,
      note,
      dueOn: dueOn ?? null,
      askedIds: [...asked],
    }),
  );
  return { id: row.id, gateId, at: iso(row.requestedAt) };
}
