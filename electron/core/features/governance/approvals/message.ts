import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import { fileName } from '#core/file-name.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { informedMessage, standing } from '#shared/rules/governance/informed-message.ts';
import { unansweredOf } from '#shared/rules/governance/queue.ts';
import { unansweredMessage } from '#shared/rules/governance/unanswered-message.ts';
import { writeEml } from '#shared/rules/workspace/eml.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { listGates, requireGate } from '../gates/index.ts';
import { askingReleases, todayOf } from './asking.ts';

/** A message to those who have not answered, as text and as a file mail programs open. */
export function messageTo(
  { gateIds }: Parsed<'approvals.message'>,
  context: Context,
): Output<'approvals.message'> {
  const { store } = context;
  const today = todayOf(context);
  const now = iso(context.now);
  const gates = unansweredOf(askingReleases(context), today).filter(({ gateId }) =>
    gateIds.includes(gateId),
  );
  if (gates.length === 0) {
    throw new Refusal(
      'precondition_failed',
      'Nobody is left to write to: these gates wait for nobody any more. Reload the list.',
    );
  }
  const { zone } = readWorkspace(store);
  const message = unansweredMessage({ gates, people: listPeople(store), today, now, zone });
  const { to, cc, subject, text } = message;
  return {
    ...message,
    fileName: `decisions-waiting-${today}.eml`,
    eml: writeEml({ to, cc, subject, text, at: now }),
  };
}

/** What was decided at a gate, for those who are informed of it. */
export function tellInformed(gateId: string, context: Context): Output<'approvals.tell'> {
  const { store } = context;
  const row = requireGate(store, gateId);
  const { name: release } = requireRelease(store, row.releaseId);
  const gate = listGates(store, row.releaseId, context.now).find(({ id }) => id === gateId);
  if (gate === undefined || standing(gate).length === 0) {
    throw new Refusal(
      'precondition_failed',
      `Nothing is decided at “${row.name}” yet, so there is nothing to tell. Come back once a decision is recorded.`,
    );
  }
  const { toInform } = gate.consulted;
  if (toInform.length === 0) {
    throw new Refusal(
      'precondition_failed',
      `Nobody is informed of “${row.name}”. Give a role an I in the responsibilities first.`,
    );
  }
  const now = iso(context.now);
  const { zone } = readWorkspace(store);
  const people = listPeople(store);
  const message = informedMessage({ release, gate, people, toInform, now, zone });
  const { to, subject, text } = message;
  return {
    ...message,
    fileName: fileName(`${release} ${row.name}`, 'decided', 'eml'),
    eml: writeEml({ to, subject, text, at: now }),
  };
}
