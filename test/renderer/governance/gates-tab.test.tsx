import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { policyByType } from '../../support/build-workspace.ts';
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
    expect(within(readiness).getAllByText('every minor').length).toBeGreaterThan(0);
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
    expect(card.getByText('Go, given for an earlier scope')).toBeTruthy();
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

describe('a decided gate', () => {
  it('is due by a day that is typed at it, and the queue of whoever decides says so', async () => {
    const planned = await planRelease();
    const { test, cast } = planned;
    const inspector = await openGate(planned, 'QA sign-off');
    const field = inspector.getByLabelText(/^Decided by/);
    fireEvent.change(field, { target: { value: '2026-11-01' } });
    fireEvent.blur(field);
    expect(await inspector.findByText(/is past; expected 2026-11-24 or later/i)).toBeTruthy();
    fireEvent.change(field, { target: { value: '2026-11-27' } });
    fireEvent.blur(field);
    expect(await screen.findByText('Saved')).toBeTruthy();
    const { id, dueOn } = await gateNamed(planned, 'qa-sign-off');
    expect(dueOn).toBe('2026-11-27');
    await test.call('edits.undo', {});
    expect((await gateNamed(planned, 'qa-sign-off')).dueOn).toBeNull();
    await test.call('edits.redo', {});
    await test.call('approvals.request', { gateId: id });
    const { items } = await test.call('approvals.queue', {}, cast.ana.id);
    expect(items).toMatchObject([{ gateId: id, dueOn: '2026-11-27' }]);
  });

  it('shows the person its policy names for a place', async () => {
    const planned = await planRelease();
    const { test, cast } = planned;
    const text = policyByType.replace(
      'places: [qa-lead]',
      'places: [{ role: qa-lead, person: Ana Duarte }]',
    );
    await test.call('policies.publish', { text }, cast.mara.id);
    const inspector = await openGate(planned, 'QA sign-off');
    expect(await inspector.findByText(/by name: Ana Duarte/)).toBeTruthy();
  });
});

describe('an exception to a rule of the calendar', () => {
  it('is asked for where the rule is told, decided by a second person, and stands at the gates', async () => {
    const { test, cast, release } = await planRelease();
    await test.call('windows.create', {
      ...{ kind: 'soft-freeze', name: 'Quarter end', zone: 'Europe/London' },
      ...{ startWall: '2026-11-26T00:00', endWall: '2026-11-27T00:00' },
    });
    openWindow(test, `/releases/${release.id}/overview`);
    const ask = { name: 'Ask for an exception to Soft freeze: Quarter end' };
    await userEvent.click(await screen.findByRole('button', ask));
    const request = within(await screen.findByRole('dialog', { name: 'Ask for an exception' }));
    await userEvent.type(request.getByLabelText('Why the rule cannot be kept'), 'The regulator');
    await userEvent.click(request.getByRole('button', { name: 'Ask' }));
    expect((await request.findByRole('alert')).textContent).toContain('say what may come of it');
    await userEvent.type(request.getByLabelText('What may come of it'), 'Late reports');
    await userEvent.click(request.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/Anybody but Mara Okafor/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Decide on/ })).toBeNull();
    cleanup();

    await test.call('workspace.actAs', { personId: cast.jon.id });
    const router = openWindow(test, `/releases/${release.id}/overview`);
    await userEvent.click(await screen.findByRole('button', { name: /^Decide on Soft freeze/ }));
    const decide = within(await screen.findByRole('dialog', { name: 'Decide on an exception' }));
    await userEvent.click(decide.getByRole('radio', { name: /^Grant/ }));
    await userEvent.click(decide.getByRole('button', { name: 'Grant the exception' }));
    await router.navigate({
      to: '/releases/$releaseId/$tab',
      params: { releaseId: release.id, tab: 'gates' },
    });
    const inForce = await screen.findByRole('list', { name: 'Exceptions in force' });
    expect(inForce.textContent).toContain('Soft freeze: Quarter end');
    expect(inForce.textContent).toContain('granted by Jon Bell');
  });
});
