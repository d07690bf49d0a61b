import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { answerOf, gatesMeant } from '#shared/rules/governance/gate-answer.ts';
import { releaseNamed } from '../../planning/releases/index.ts';
import { listGates } from './view.ts';

/** Whether a pipeline may go on: the gates of the release alone are judged. */
export function answerPipeline(
  { release: given, gate }: Parsed<'gates.answer'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
): Output<'gates.answer'> {
  const release = releaseNamed(store, given);
  const gates = gatesMeant(gate, listGates(store, release.id, now));
  return { ...answerOf(release, gates), release, gates: [...gates] };
}
