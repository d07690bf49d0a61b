import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

describe('the rooms of bookings and of capacity', () => {
  it('say that nothing could be read, and why', async () => {
    const { test } = await planRelease();
    openWindow(hostWithout(test, 'bookings.list'), '/calendar/bookings');
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The bookings could not be read');
    expect(within(panel).getByRole('button', { name: /again|Retry/ })).toBeTruthy();
    cleanup();
    openWindow(hostWithout(test, 'capacity.get'), '/calendar/capacity');
    expect((await screen.findByRole('alert')).textContent).toContain('capacity could not be read');
    expect(await screen.findByText(/Nobody is away in these weeks/)).toBeTruthy();
  });

  it('commit days on the plan of a release, and say what the week comes to', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/plan`);
    await userEvent.click(await screen.findByRole('button', { name: 'Commit days' }));
    const dialog = await screen.findByRole('dialog', { name: 'Commit days to a release' });
    await userEvent.selectOptions(within(dialog).getByLabelText('Role'), 'QA lead');
    const days = within(dialog).getByLabelText('Days');
    await userEvent.clear(days);
    await userEvent.type(days, '5,5');
    expect(await within(dialog).findByText('Over-booked by 0.5 d')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Commit' }));
    const list = await screen.findByRole('list', { name: 'Commitments' });
    expect(list.textContent).toContain('QA leadweek of Mon 23 Nov · anybody5.5 d');
    await userEvent.click(within(list).getByRole('button', { name: /^Take back 5.5 d, QA lead/ }));
    await expect
      .poll(() => test.call('capacity.commitments', { releaseId: release.id }))
      .toEqual([]);
  });
});
