import { z } from 'zod';
import type { Input } from '#shared/contract/index.ts';
import { decisionChannel, decisionOutcome } from '#shared/model/governance/gates.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { toInstant } from '#shared/rules/planning/zoned-time.ts';

/** The decision form as typed. */
export const decisionDraft = z.object({
  outcome: decisionOutcome,
  decidedById: z.string(),
  placeKey: z.string(),
  /** The day a deferral is taken up again; empty with every other outcome. */
  deferredTo: z.string(),
  channel: decisionChannel,
  /** Local date and time of a decision recorded later; empty means now. */
  date: z.string(),
  time: z.string(),
  comment: z.string(),
  conditions: z.array(z.object({ text: z.string(), ownerId: z.string(), dueOn: z.string() })),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

export function emptyDecision(decidedById: string): DecisionDraft {
  return {
    outcome: 'go',
    decidedById,
    placeKey: '',
    deferredTo: '',
    channel: 'self',
    date: '',
    time: '',
    comment: '',
    conditions: [],
  };
}

type Context = { gateId: string; actingId: string | null; zone: string };
type Checked =
  { ok: true; input: Input<'approvals.decide'> } | { ok: false; fields: FieldMessages };

/**
 * What the form sends. It leaves to the core who may decide what; it asks only for what the core
 * could not know was meant: how somebody else's decision came in, and whole times.
 */
export function decisionInput(draft: DecisionDraft, { gateId, actingId, zone }: Context): Checked {
  const fields: FieldMessages = {};
  const forAnother = draft.decidedById !== actingId;
  if (draft.decidedById === '') fields['decidedById'] = 'Choose whose decision it is.';
  if (forAnother && draft.channel === 'self')
    fields['channel'] = 'Choose how the decision came in.';
  const decidedAt = forAnother ? decidedAtOf(draft, zone) : { instant: undefined };
  if (typeof decidedAt === 'string') fields['date'] = decidedAt;
  if (draft.outcome === 'deferred' && draft.deferredTo === '') {
    fields['deferredTo'] = 'Choose the day on which it is taken up again.';
  }
  if (draft.outcome === 'no-go' && draft.comment.trim() === '') {
    fields['comment'] = 'Say why it is a no-go, so that others know what would change it.';
  }
  if (Object.keys(fields).length > 0 || typeof decidedAt === 'string') return { ok: false, fields };
  return {
    ok: true,
    input: {
      gateId,
      outcome: draft.outcome,
      decidedById: forAnother ? draft.decidedById : undefined,
      placeKey: draft.placeKey === '' ? undefined : draft.placeKey,
      channel: forAnother ? draft.channel : 'self',
      decidedAt: decidedAt.instant,
      deferredTo: draft.outcome === 'deferred' ? draft.deferredTo : undefined,
      comment: draft.comment,
      conditions: draft.outcome === 'conditional-go' ? draft.conditions : [],
    },
  };
}

function decidedAtOf(
  { date, time }: DecisionDraft,
  zone: string,
): { instant: string | undefined } | string {
  if (date === '' && time === '') return { instant: undefined };
  if (date === '' || time === '') return 'Give both the date and the time, or neither for now.';
  return toInstant({ date, time, zone });
}
