import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(cleanup);

describe('the rollback tab', () => {
  it('records a rehearsal and says that it took longer than planned', async () => {
    const { test, release } = await planRelease();
    const releaseId = release.id;
    await test.call('rollback.save', { releaseId, steps: 'Back', durationMinutes: 40 });
    openWindow(test, `/releases/${releaseId}/rollback`);
    await userEvent.click(await screen.findByRole('button', { name: 'Record a rehearsal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Record a rehearsal' });
    const day = within(dialog).getByLabelText('Held on');
    await userEvent.clear(day);
    await userEvent.type(day, '2027-01-01');
    await userEvent.type(within(dialog).getByLabelText(/^Took/), '55');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('lies ahead');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-20');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText(/15 min longer than the 40 min planned/)).toBeTruthy();
    expect(screen.getByText('passed in 55 min')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remove the entry of Fri 20 Nov' }));
    expect(await screen.findByText(/Nobody has tried the way back yet/)).toBeTruthy();
  });

  it('adds, changes and removes an alternative', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/rollback`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add an alternative' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add an alternative' });
    await userEvent.click(within(dialog).getByLabelText(/^Switch off/));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add it' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say how');
    const how = within(dialog).getByLabelText('How, and when it is the better choice');
    await userEvent.type(how, '<b>new-ledger</b> off');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add it' }));
    expect(await screen.findByText('<b>new-ledger</b> off')).toBeTruthy();
    await userEvent.click(
      screen.getByRole('button', { name: 'Change the alternative Switch off' }),
    );
    const again = await screen.findByRole('dialog', { name: 'Change the alternative' });
    await userEvent.click(within(again).getByLabelText(/^Roll forward/));
    await userEvent.click(within(again).getByRole('button', { name: 'Save it' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove the alternative Roll forward' }),
    );
    await expect
      .poll(async () => (await test.call('rollback.get', { releaseId: release.id })).alternatives)
      .toEqual([]);
  });

  it('tells of a day that was entered by hand, and of a plan that cannot be read', async () => {
    const { test, release } = await planRelease();
    const plan = { rehearsedOn: '2026-11-02', rehearsalResult: 'by the old team' };
    await test.call('rollback.save', { releaseId: release.id, ...plan });
    openWindow(test, `/releases/${release.id}/rollback`);
    expect(await screen.findByText('by the old team')).toBeTruthy();
    expect(screen.getByText('entered in the plan')).toBeTruthy();
    cleanup();
    openWindow(hostWithout(test, 'rollback.get'), `/releases/${release.id}/rollback`);
    expect(await screen.findByText('The rollback plan could not be read')).toBeTruthy();
  });
});
