import { acknowledgement } from '#core/database/schema/governance.ts';
import { iso } from '#core/database/select.ts';
import type { Context, Handlers } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { answerPipeline } from './answer.ts';
import { addEvidence, proveControls, withdrawEvidence } from './add-evidence.ts';
import { gateEvidence } from './gate-evidence.ts';
import { overrideGate } from './override-gate.ts';
import { setDue } from './set-due.ts';
import { listGates, requireOpenGate } from './view.ts';

type Names =
  | 'gates.answer'
  | 'gates.list'
  | 'gates.acknowledge'
  | 'gates.evidence'
  | 'gates.addEvidence'
  | 'gates.proveControls'
  | 'gates.withdrawEvidence'
  | 'gates.override'
  | 'gates.setDue';

export const gates: Handlers<Names> = {
  'gates.answer': (input, context) => answerPipeline(input, context),
  'gates.list': ({ releaseId }, { store, now }) => listGates(store, releaseId, now),
  'gates.acknowledge': (input, context) => acknowledge(input, context),
  'gates.evidence': ({ gateId }, { store, now }) => gateEvidence(store, gateId, now),
  'gates.addEvidence': (input, context) => addEvidence(input, context),
  'gates.proveControls': (input, context) => proveControls(input, context),
  'gates.withdrawEvidence': (input, context) => withdrawEvidence(input, context),
  'gates.override': (input, context) => overrideGate(input, context),
  'gates.setDue': (input, context) => setDue(input, context),
};

/** Only a run that the gate itself shows as waiting for it can be acknowledged. */
function acknowledge(
  { gateId, runId, reason }: Parsed<'gates.acknowledge'>,
  context: Context,
): Output<'gates.acknowledge'> {
  const { store, now } = context;
  const { releaseId, name } = requireOpenGate(store, gateId);
  const byId = context.requireActor();
  const shown = listGates(store, releaseId, now).find(({ id }) => id === gateId);
  if (!shown?.evidence.some((each) => each.runId === runId && each.acknowledgeable)) {
    throw new Refusal(
      'precondition_failed',
      `“${name}” does not wait for an acknowledgement of this run. Only the newest attempt of a required workflow that succeeded with warnings can be acknowledged; reload the gate.`,
    );
  }
  const row = context.transact((write) =>
    write.insert(acknowledgement, { releaseId, gateId, runId, byId, at: write.now, reason }),
  );
  return { id: row.id, at: iso(row.at) };
}
