import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function asked(dueOn: string) {
  const planned = await planRelease();
  const { test, cast, release } = planned;
  const gates = await test.call('gates.list', { releaseId: release.id });
  const gate = gates.find(({ key }) => key === 'qa-sign-off');
  if (gate === undefined) throw new Error('no gate qa-sign-off');
  await test.call('approvals.request', { gateId: gate.id, note: '', dueOn });
  await test.call('workspace.actAs', { personId: cast.ana.id });
  return { ...planned, gate };
}

describe('the queue of decisions', () => {
  it('opens a decision by its key, says what it sets off, and is empty once it is given', async () => {
    const { test } = await asked('2026-11-24');
    openWindow(test, '/approvals');
    const list = await screen.findByRole('list', { name: 'Waiting for me' });
    expect(within(list).getByText(/due Tue 24 Nov/)).toBeTruthy();
    within(list).getByRole('button', { name: 'Payments 4.2: QA sign-off' }).focus();
    await userEvent.keyboard('d');
    const form = await screen.findByRole('form', { name: /Record a decision for QA sign-off/ });
    expect(within(form).getByText(/^Your go decides: the gate passes/)).toBeTruthy();
    expect(document.activeElement).toBe(within(form).getByRole('radio', { name: 'Go' }));
    await userEvent.click(within(form).getByRole('radio', { name: 'Defer' }));
    await userEvent.click(within(form).getByRole('button', { name: 'Record deferral' }));
    expect(
      await within(form).findByText('Choose the day on which it is taken up again.'),
    ).toBeTruthy();
    await userEvent.click(within(form).getByRole('radio', { name: 'Go' }));
    await userEvent.click(within(form).getByRole('button', { name: 'Record go' }));
    expect(await screen.findByText(/^No decision waits for you\. What/)).toBeTruthy();
  });
});

describe('a reminder', () => {
  it('is told once by a notification, where that is allowed', async () => {
    const shown: { title: string; body: string | undefined }[] = [];
    class StandIn extends EventTarget {
      static permission = 'granted';
      constructor(title: string, options?: NotificationOptions) {
        super();
        shown.push({ title, body: options?.body });
      }
    }
    vi.stubGlobal('Notification', StandIn);
    const { test } = await asked('2026-11-24');
    await test.call('approvals.setReminders', { hoursBefore: 24 });
    openWindow(test, '/approvals');
    await waitFor(() =>
      expect(shown).toEqual([
        { title: 'Your decision is due in 14 h 40 min', body: 'Payments 4.2: QA sign-off' },
      ]),
    );
    await waitFor(async () => expect((await test.call('approvals.reminders', {})).due).toEqual([]));
  });
});
