import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import type { Planned } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

async function gateNamed({ test, release }: Planned, key: string) {
  const gates = await test.call('gates.list', { releaseId: release.id });
  const gate = gates.find((one) => one.key === key);
  if (gate === undefined) throw new Error(`The release has no gate ${key}.`);
  return gate;
}

async function openGate(planned: Planned, name: string) {
  openWindow(planned.test, `/releases/${planned.release.id}/gates`);
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('complementary', { name }));
}

describe('the gates of a release', () => {
  it('stand under their phases, with why each is there and who decides', async () => {
    const planned = await planRelease();
    openWindow(planned.test, `/releases/${planned.release.id}/gates`);
    const readiness = await screen.findByRole('list', { name: 'Gates, Readiness' });
    expect(within(readiness).getByRole('button', { name: 'QA sign-off' })).toBeTruthy();
    expect(within(readiness).getAllByText('every minor release').length).toBeGreaterThan(0);
    expect(within(readiness).getAllByRole('img', { name: 'Ana Duarte' }).length).toBe(2);
  });

  it('records somebody else’s decision with its channel, and labels it so', async () => {
    const planned = await planRelease();
    const inspector = await openGate(planned, 'QA sign-off');
    await userEvent.click(inspector.getByRole('button', { name: 'Record a decision…' }));
    const form = within(inspector.getByRole('form', { name: /QA sign-off/ }));
    await userEvent.selectOptions(form.getByLabelText('Whose decision'), planned.cast.ana.id);
    await userEvent.click(form.getByRole('button', { name: 'Record go' }));
    expect((await form.findByRole('alert')).textContent).toContain('how the decision came in');

    await userEvent.selectOptions(form.getByLabelText('How it came in'), 'meeting');
    await userEvent.type(form.getByLabelText(/Comment/), 'Regression is green.');
    await userEvent.click(form.getByRole('button', { name: 'Record go' }));
    expect(await inspector.findByText('Recorded for Ana Duarte by Mara Okafor')).toBeTruthy();
    const gate = await gateNamed(planned, 'qa-sign-off');
    expect(gate.status).toBe('passed');
    expect(gate.decisions).toMatchObject([{ channel: 'meeting', comment: 'Regression is green.' }]);
  });

  it('says in the core’s words why whoever asked for the release cannot decide', async () => {
    const planned = await planRelease();
    const inspector = await openGate(planned, 'QA sign-off');
    await userEvent.click(inspector.getByRole('button', { name: 'Record a decision…' }));
    await userEvent.click(inspector.getByRole('button', { name: 'Record go' }));
    expect(
      await inspector.findByText(/Mara Okafor asked for this release and cannot decide in it/),
    ).toBeTruthy();
  });

  it('shows a decision as given for earlier facts, with what changed since', async () => {
    const planned = await planRelease();
    const gate = await gateNamed(planned, 'qa-sign-off');
    await planned.test.call('approvals.decide', {
      gateId: gate.id,
      outcome: 'go',
      decidedById: planned.cast.ana.id,
      channel: 'meeting',
    });
    await planned.test.call('scope.add', {
      releaseId: planned.release.id,
      ticket: 'PAY-914',
      title: 'Store card aliases',
    });
    const inspector = await openGate(planned, 'QA sign-off');
    const card = within(inspector.getByRole('article', { name: /Ana Duarte/ }));
    expect(card.getByText(/earlier facts/i)).toBeTruthy();
    expect(card.getByText('PAY-914 Store card aliases').closest('ins')).toBeTruthy();
    expect(inspector.getByRole('button', { name: 'Ask Ana again' })).toBeTruthy();
  });

  it('withdraws a decision with a reason, under a button that names the consequence', async () => {
    const planned = await planRelease();
    const gate = await gateNamed(planned, 'qa-sign-off');
    await planned.test.call('approvals.decide', {
      gateId: gate.id,
      outcome: 'go',
      decidedById: planned.cast.ana.id,
      channel: 'meeting',
    });
    const inspector = await openGate(planned, 'QA sign-off');
    await userEvent.click(inspector.getByRole('button', { name: 'Withdraw approval…' }));
    await userEvent.click(inspector.getByRole('button', { name: 'Withdraw approval' }));
    expect((await inspector.findByRole('alert')).textContent).toContain('a few words');
    await userEvent.type(inspector.getByLabelText('Why is it withdrawn?'), 'Tests were skipped.');
    await userEvent.click(inspector.getByRole('button', { name: 'Withdraw approval' }));
    expect(await inspector.findByText('Tests were skipped.')).toBeTruthy();
    expect((await gateNamed(planned, 'qa-sign-off')).status).toBe('waiting');
  });

  it('asks for a decision with a note', async () => {
    const planned = await planRelease();
    const inspector = await openGate(planned, 'QA sign-off');
    await userEvent.click(inspector.getByRole('button', { name: 'Ask Ana' }));
    await userEvent.type(inspector.getByLabelText(/Note for Ana/), 'Before noon.');
    await userEvent.click(inspector.getByRole('button', { name: 'Ask Ana' }));
    expect(await inspector.findByText(/Asked by Mara Okafor/)).toBeTruthy();
    expect((await gateNamed(planned, 'qa-sign-off')).request).toMatchObject({
      note: 'Before noon.',
    });
  });

  it('marks the condition of a conditional go as met', async () => {
    const planned = await planRelease();
    const { test, cast } = planned;
    const gate = await gateNamed(planned, 'qa-sign-off');
    await test.call('approvals.decide', {
      gateId: gate.id,
      outcome: 'conditional-go',
      decidedById: cast.ana.id,
      channel: 'meeting',
      conditions: [{ text: 'Rounding verified', ownerId: cast.ana.id, dueOn: '2026-11-26' }],
    });
    const inspector = await openGate(planned, 'QA sign-off');
    await userEvent.click(
      inspector.getByRole('button', { name: 'Mark as met: Rounding verified' }),
    );
    await expect
      .poll(
        async () => (await gateNamed(planned, 'qa-sign-off')).decisions[0]?.conditions[0]?.metById,
      )
      .toBe(cast.mara.id);
  });

  it('moves by j and k, opens with Enter and closes with Esc', async () => {
    const planned = await planRelease();
    openWindow(planned.test, `/releases/${planned.release.id}/gates`);
    const first = await screen.findByRole('button', { name: 'Pipeline green' });
    first.focus();
    await userEvent.keyboard('j{Enter}');
    const inspector = await screen.findByRole('complementary', { name: 'Peer review' });
    await userEvent.click(within(inspector).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('complementary', { name: 'Peer review' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Peer review' }));
  });
});
