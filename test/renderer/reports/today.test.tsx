import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import { hostWithout, openWindow } from '../planning/window.tsx';

afterEach(cleanup);

describe('the day', () => {
  it('leads from what waits to the gate where it is done', async () => {
    const { test, cast, release } = await planRelease();
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gate = gates.find(({ key }) => key === 'qa-sign-off');
    await test.call('approvals.request', { gateId: gate?.id ?? '', note: '' });
    await test.call('workspace.actAs', { personId: cast.ana.id });
    openWindow(test, '/today');
    const waiting = await screen.findByRole('list', { name: 'Waiting for you' });
    expect(within(waiting).getByText('Decide: Payments 4.2, QA sign-off')).toBeTruthy();
    const review = within(waiting).getByRole('link', { name: /^Review/ });
    expect(review.getAttribute('href')).toBe(`#/releases/${release.id}/gates?sel=${gate?.id}`);
  });

  it('shows the next releases with the first thing in their way', async () => {
    const { test } = await planRelease();
    openWindow(test, '/today');
    const next = await screen.findByRole('list', { name: 'Next releases' });
    expect(within(next).getByRole('link', { name: 'Payments 4.2' })).toBeTruthy();
    expect(within(next).getByText(/Pipeline green/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Tuesday, 24 November' })).toBeTruthy();
  });

  it('forgets what was seen, and follows what others do by itself', async () => {
    const { test, cast, release } = await planRelease();
    const add = { releaseId: release.id, title: 'Refunds' };
    await test.call('scope.add', add, cast.jon.id);
    openWindow(test, '/today');
    const changes = await screen.findByRole('list', { name: 'Changes by others' });
    expect(changes.textContent).toContain('Jon Bell added to the scope: Refunds');
    await userEvent.click(screen.getByRole('button', { name: 'All seen' }));
    expect(await screen.findByText('Nobody else has changed anything since.')).toBeTruthy();
    test.advance(1_000);
    await test.call('releases.hold', { id: release.id, reason: 'wait' }, cast.jon.id);
    const again = await screen.findByRole('list', { name: 'Changes by others' });
    expect(again.textContent).toContain('Jon Bell put the release on hold');
  });

  it('says why it cannot be read', async () => {
    const { test } = await planRelease();
    openWindow(hostWithout(test, 'today.get'), '/today');
    expect((await screen.findByRole('alert')).textContent).toContain('The day could not be read');
  });
});

describe('the wall', () => {
  it('shows what comes and who changed what, and follows by itself', async () => {
    const { test, cast, release } = await planRelease();
    openWindow(test, '/wall');
    const next = await screen.findByRole('region', { name: 'Next releases' });
    expect(within(next).getByText('Payments 4.2')).toBeTruthy();
    test.advance(1_000);
    await test.call('releases.hold', { id: release.id, reason: 'wait' }, cast.jon.id);
    const changed = screen.getByRole('region', { name: 'Just changed' });
    expect(await within(changed).findByText(/put the release on hold/)).toBeTruthy();
    expect(await within(next).findByText(/On hold/)).toBeTruthy();
  });

  it('is left with Escape, for the day it stands for', async () => {
    const { test } = await planRelease();
    const router = openWindow(test, '/wall');
    await screen.findByRole('region', { name: 'Now' });
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByRole('list', { name: 'Next releases' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/today');
  });

  it('says why it cannot be read', async () => {
    const { test } = await planRelease();
    openWindow(hostWithout(test, 'today.wall'), '/wall');
    expect((await screen.findByRole('alert')).textContent).toContain('The day could not be read');
  });
});
