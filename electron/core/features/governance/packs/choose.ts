import type { Context } from '#core/context.ts';
import { packResponse } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import type { Write } from '#core/database/write.ts';
import type { PackResponseView } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { contradict, saysTheSame } from '#shared/rules/governance/packs/merge-responses.ts';
import { writeWithdrawal } from '../approvals/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { recordAnswers } from './record.ts';
import { decisionsBy, requirePack, responsesOf, reviewersOf } from './rows.ts';
import type { ResponseRow } from './rows.ts';
import { responseView } from './views.ts';

/**
 * Lets one answer of a reviewer count. What the others said is set aside: their decisions are
 * withdrawn unless this one says the same, and its own are recorded. Chosen again, it tries what the
 * rules refused before.
 */
export function chooseResponse(responseId: string, context: Context): PackResponseView {
  const { store } = context;
  const chosenById = context.requireActor();
  context.transact((write) => {
    const chosen = requireResponse(responseId, context);
    const pack = requirePack(store, chosen.packId);
    const reviewer = reviewersOf(store, [pack.id]).find(({ id }) => id === chosen.reviewerId);
    if (reviewer === undefined) throw new Error(`Response ${responseId} has no reviewer`);
    const { personId } = reviewer;
    const all = responsesOf(store, [pack.id]).filter((each) => each.reviewerId === reviewer.id);
    const others = all.filter(({ id }) => id !== chosen.id);
    const against = others.filter((each) => contradict(each.answers, chosen.answers));
    const name = listPeople(store).find(({ id }) => id === personId)?.name ?? 'them';
    withdrawOthers(write, { chosen, against }, name, context);
    for (const { id } of against) write.update(packResponse, id, { state: 'set-aside' });
    write.update(packResponse, chosen.id, { state: 'taken', chosenById, chosenAt: write.now });
    // What agrees with the chosen one waits no longer, and adds what it alone speaks of.
    const agreeing = others.filter(
      ({ id, state }) => state === 'conflicting' && !against.some((each) => each.id === id),
    );
    for (const { id } of agreeing) write.update(packResponse, id, { state: 'taken' });
    for (const response of [chosen, ...agreeing]) {
      const standing = decisionsBy(
        store,
        all.map(({ id }) => id),
      ).filter(({ isWithdrawn }) => !isWithdrawn);
      const done = new Set(standing.map(({ gateId }) => gateId));
      const open = response.answers.filter(({ gateId }) => !done.has(gateId));
      const answered = { pack, response, personId, recordedById: chosenById };
      recordAnswers(write, open, answered, context);
    }
  });
  return responseView(responseId, context);
}

type Choice = { chosen: ResponseRow; against: readonly ResponseRow[] };

/** Takes back what came by the other answers, but for what the chosen one says too. */
function withdrawOthers(
  write: Write,
  { chosen, against }: Choice,
  name: string,
  context: Context,
): void {
  const ids = against.map(({ id }) => id);
  const reason = `Another answer of ${name} to the same CAB pack was chosen.`;
  for (const { id, gateId, responseId, isWithdrawn } of decisionsBy(context.store, ids)) {
    const before = answerOf(
      against.find((each) => each.id === responseId),
      gateId,
    );
    const after = answerOf(chosen, gateId);
    const isSame = before !== undefined && after !== undefined && saysTheSame(before, after);
    if (!isWithdrawn && !isSame) writeWithdrawal(write, context, id, reason);
  }
}

function answerOf(response: ResponseRow | undefined, gateId: string) {
  return response?.answers.find((each) => each.gateId === gateId);
}

function requireResponse(id: string, { store }: Context): ResponseRow {
  const row = rowOf(store, packResponse, id);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no answer with the id ${id}. Reload the pack and choose one of its answers.`,
  );
}
