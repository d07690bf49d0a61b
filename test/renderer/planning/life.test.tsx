import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { openWindow } from './window.tsx';

afterEach(cleanup);

async function goOn(item: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Go on' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('the life of a release', () => {
  it('goes on to the next phase, and says the open gates when it cannot', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    await goOn('On to Build…');
    await userEvent.click(await screen.findByRole('button', { name: 'Go on to Build' }));
    await expect
      .poll(async () => (await test.call('releases.get', { id: release.id })).phase)
      .toBe('build');

    await goOn('On to Readiness…');
    await userEvent.click(await screen.findByRole('button', { name: 'Go on to Readiness' }));
    const refused = await screen.findByRole('alert');
    expect(refused.textContent).toContain('Build is not over: Pipeline green');
    await userEvent.click(screen.getByRole('button', { name: 'Keep as it is' }));
  });

  it('is on hold with a reason everybody sees, until it is taken off', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    await goOn('Put on hold…');
    const dialog = await screen.findByRole('dialog', { name: 'Put on hold' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Put on hold' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why');
    await userEvent.type(within(dialog).getByLabelText('Why'), 'the supplier is late');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Put on hold' }));
    expect(await screen.findByText('On hold: the supplier is late')).toBeTruthy();
    await goOn('Take off hold');
    await expect.poll(() => screen.queryByText('On hold: the supplier is late')).toBeNull();
  });

  it('is postponed with a reason, and tells the drift after the release', async () => {
    const { test, release } = await planRelease();
    const router = openWindow(test, `/releases/${release.id}/overview`);
    await goOn('Postpone…');
    const dialog = await screen.findByRole('dialog', { name: 'Postpone' });
    const date = within(dialog).getByLabelText('New start');
    await userEvent.clear(date);
    await userEvent.type(date, '2026-12-03');
    await userEvent.type(within(dialog).getByLabelText('Why'), 'the freeze ends on Monday');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    await expect
      .poll(async () => (await test.call('releases.get', { id: release.id })).startAt)
      .toBe('2026-12-03T22:00:00.000Z');
    await router.navigate({
      to: '/releases/$releaseId/$tab',
      params: { releaseId: release.id, tab: 'after' },
    });
    expect(await screen.findByText('by 7 d in all')).toBeTruthy();
    expect(screen.getByText(/the freeze ends on Monday/)).toBeTruthy();
  });

  it('is moved with its bookings, and says before what clashes where they would lie', async () => {
    const { test, cast, release } = await planRelease();
    const book = (purpose: string, day: string, releaseId: string | null) =>
      test.call('bookings.create', {
        ...{ environmentId: cast.staging.id, zone: 'Europe/London', purpose, releaseId },
        ...{ startAt: `2026-${day}T09:00:00.000Z`, endAt: `2026-${day}T17:00:00.000Z` },
      });
    const own = await book('<b>Load</b> test', '11-25', release.id);
    await book('Training', '12-02', null);
    openWindow(test, `/releases/${release.id}/overview`);
    await goOn('Move with everything behind it…');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Move with everything behind it' }),
    );
    const date = dialog.getByLabelText('New start');
    await userEvent.clear(date);
    await userEvent.type(date, '2026-12-03');
    expect(await dialog.findByText(/1 booking would clash/)).toBeTruthy();
    expect(dialog.getByText(/“Training” has it alone/)).toBeTruthy();
    expect(dialog.getByText('staging-eu booked: <b>Load</b> test')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Move' }));
    const span = { from: '2026-12-02T00:00:00.000Z', to: '2026-12-03T00:00:00.000Z' };
    await expect
      .poll(async () => (await test.call('bookings.list', span)).bookings.map(({ id }) => id))
      .toContain(own.id);
  });

  it('asks for what is missing before it is closed', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    await goOn('Close…');
    const { missing } = await test.call('releases.closing', { id: release.id });
    for (const each of missing) expect(await screen.findByText(each)).toBeTruthy();
  });
});

describe('what happened', () => {
  it('is recorded of a deployment, with the message of the core when times do not fit', async () => {
    const { test, release } = await planRelease();
    test.setNow('2026-11-27T09:00:00.000Z');
    openWindow(test, `/releases/${release.id}/overview`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record the deployment to prod-eu' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Deployment to prod-eu' });
    const began = within(dialog).getByLabelText('Began');
    await userEvent.clear(began);
    await userEvent.type(began, '2026-11-23');
    await userEvent.selectOptions(within(dialog).getByLabelText('How it went'), 'Failed');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('the end is missing');
    await userEvent.type(within(dialog).getByLabelText(/^Ended optional/), '2026-11-23');
    const end = within(dialog).getByLabelText('Ended, at');
    await userEvent.type(end, '23:59');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText(/^Failed/)).toBeTruthy();
  });

  it('is an incident, also of a release that is closed, and is resolved later', async () => {
    const { test, release } = await planRelease();
    await test.call('releases.cancel', { id: release.id, reason: 'the market moved' });
    openWindow(test, `/releases/${release.id}/after`);
    await userEvent.click(await screen.findByRole('button', { name: 'Record an incident' }));
    const dialog = await screen.findByRole('dialog', { name: 'Record an incident' });
    await userEvent.type(within(dialog).getByLabelText('What went wrong'), 'Cards refused');
    await userEvent.selectOptions(within(dialog).getByLabelText('Severity'), 'High');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText('1 open of 1')).toBeTruthy();
    const [incident] = await test.call('incidents.list', { releaseId: release.id });
    expect(incident).toMatchObject({ title: 'Cards refused', severity: 'high', resolvedAt: null });
  });
});
