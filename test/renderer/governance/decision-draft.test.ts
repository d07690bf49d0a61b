import { describe, expect, it } from 'vitest';
import {
  decisionInput,
  emptyDecision,
} from '../../../renderer/features/governance/approvals/decision-draft.ts';

const gateId = '0190a0a0-0000-7000-8000-000000000001';
const actingId = '0190a0a0-0000-7000-8000-000000000002';
const otherId = '0190a0a0-0000-7000-8000-000000000003';
const context = { gateId, actingId, zone: 'Europe/London' };
const own = emptyDecision(actingId);
const others = { ...emptyDecision(otherId), channel: 'meeting' } as const;

describe('the decision form', () => {
  it('sends one’s own decision without a decider, in person and as of now', () => {
    const checked = decisionInput({ ...own, channel: 'e-mail', date: '2026-11-20' }, context);
    expect(checked).toMatchObject({
      ok: true,
      input: { gateId, outcome: 'go', channel: 'self', conditions: [] },
    });
    if (checked.ok) {
      expect(checked.input.decidedById).toBeUndefined();
      expect(checked.input.decidedAt).toBeUndefined();
    }
  });

  it('asks how somebody else’s decision came in', () => {
    const checked = decisionInput({ ...others, channel: 'self' }, context);
    expect(checked).toEqual({ ok: false, fields: { channel: expect.any(String) } });
  });

  it('reads the time of a decision recorded later in the zone of the workspace', () => {
    const checked = decisionInput({ ...others, date: '2026-07-02', time: '17:40' }, context);
    expect(checked).toMatchObject({
      ok: true,
      input: { decidedById: otherId, decidedAt: '2026-07-02T16:40:00.000Z' },
    });
  });

  it('wants the date and the time of a decision, or neither', () => {
    const checked = decisionInput({ ...others, time: '17:40' }, context);
    expect(checked).toEqual({ ok: false, fields: { date: expect.any(String) } });
  });

  it('wants the reason of a no-go', () => {
    const checked = decisionInput({ ...own, outcome: 'no-go', comment: '  ' }, context);
    expect(checked).toEqual({ ok: false, fields: { comment: expect.any(String) } });
  });

  it('sends conditions with a conditional go only', () => {
    const conditions = [{ text: 'Rounding verified', ownerId: actingId, dueOn: '2026-11-26' }];
    const go = decisionInput({ ...own, conditions }, context);
    expect(go).toMatchObject({ ok: true, input: { conditions: [] } });
    const conditional = decisionInput({ ...own, outcome: 'conditional-go', conditions }, context);
    expect(conditional).toMatchObject({ ok: true, input: { conditions } });
  });
});
