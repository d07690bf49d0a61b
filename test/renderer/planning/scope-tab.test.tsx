import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(cleanup);

describe('the scope of a release', () => {
  it('that cannot be read says why, rather than that nothing is in it', async () => {
    const { test, release } = await planRelease();
    openWindow(hostWithout(test, 'scope.list'), `/releases/${release.id}/scope`);
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The scope could not be read');
    expect(screen.queryByText('0 items')).toBeNull();
  });

  it('adds an item on Enter and waits for the next one', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/scope`);
    const ticket = await screen.findByLabelText('Ticket');
    await userEvent.type(ticket, 'PAY-914');
    await userEvent.type(screen.getByLabelText('Title'), 'Store card aliases{Enter}');

    expect(await screen.findByDisplayValue('Store card aliases')).toBeTruthy();
    expect(screen.getByLabelText('Title')).toHaveProperty('value', '');
    const [item] = await test.call('scope.list', { releaseId: release.id });
    expect(item).toMatchObject({ ticket: 'PAY-914', title: 'Store card aliases', kind: 'feature' });
  });

  it('says beside the field why an item was refused, and keeps it', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/scope`);
    await userEvent.type(await screen.findByLabelText('Ticket'), 'PAY-1{Enter}');

    expect((await screen.findByRole('alert')).textContent).toContain('is empty');
    expect(screen.getByLabelText('Ticket')).toHaveProperty('value', 'PAY-1');
  });

  it('saves a title when it is left, and gives it back on Esc', async () => {
    const { test, release } = await planRelease();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds', ticket: 'PAY-2' });
    openWindow(test, `/releases/${release.id}/scope`);
    const title = await screen.findByLabelText('Title of PAY-2');
    await userEvent.type(title, ' in part{Escape}');
    expect(title).toHaveProperty('value', 'Refunds');

    await userEvent.type(title, ' in part');
    await userEvent.tab();
    expect(await screen.findByText('Saved')).toBeTruthy();
    const [item] = await test.call('scope.list', { releaseId: release.id });
    expect(item?.title).toBe('Refunds in part');
  });

  it('shows both values when somebody else changed the field meanwhile', async () => {
    const { test, release } = await planRelease();
    const item = await test.call('scope.add', { releaseId: release.id, title: 'Refunds' });
    openWindow(test, `/releases/${release.id}/scope`);
    const title = await screen.findByLabelText('Title of Refunds');
    await userEvent.type(title, ' by card');
    await test.call('scope.update', { id: item.id, title: 'Refunds, all of them' });
    await userEvent.tab();

    const alert = await screen.findByRole('alert');
    expect(await within(alert).findByText('Refunds, all of them')).toBeTruthy();
    expect(within(alert).getByText('Refunds by card')).toBeTruthy();
    await userEvent.click(within(alert).getByRole('button', { name: 'Save mine' }));
    await expect
      .poll(() => test.call('scope.list', { releaseId: release.id }))
      .toMatchObject([{ title: 'Refunds by card' }]);
  });

  it('asks before it takes an item out, and says what that sets off', async () => {
    const { test, release } = await planRelease();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds', ticket: 'PAY-2' });
    openWindow(test, `/releases/${release.id}/scope`);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove PAY-2' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('become stale');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take out of the scope' }));
    await expect.poll(() => test.call('scope.list', { releaseId: release.id })).toEqual([]);
  });
});
