import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { unansweredOf } from '#shared/rules/governance/queue.ts';
import { unansweredMessage } from '#shared/rules/governance/unanswered-message.ts';
import { writeEml } from '#shared/rules/workspace/eml.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
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
