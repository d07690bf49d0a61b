import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { basename } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

async function lookInto(path: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'Look into a backup…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Which backup' });
  await userEvent.click(await within(dialog).findByText(basename(path)));
  return screen.findByRole('group', { name: 'In the backup' });
}

describe('restoring a backup', () => {
  it('shows what is in it first, and then every screen goes back to that', async () => {
    const { test, release } = await planRelease();
    const backup = await test.call('workspace.backup', {});
    test.advance(60_000);
    await test.call('releases.update', { id: release.id, name: 'Payments 4.2, renamed' });
    const router = openWindow(test, '/settings/workspace');
    const inside = await lookInto(backup.path);
    expect(inside.textContent).toContain('1 release, 5 people');
    await userEvent.click(within(inside).getByRole('button', { name: 'Restore this backup…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
    await expect
      .poll(async () => (await test.call('releases.get', { id: release.id })).name)
      .toBe('Payments 4.2');
    const params = { releaseId: release.id, tab: 'overview' } as const;
    await router.navigate({ to: '/releases/$releaseId/$tab', params });
    expect(await screen.findByRole('heading', { level: 1, name: 'Payments 4.2' })).toBeTruthy();
  });

  it('says why one cannot be restored, and offers nothing then', async () => {
    const { test } = await planRelease();
    const { open } = await test.call('workspace.state', {});
    openWindow(test, '/settings/workspace');
    const inside = await lookInto(open?.path ?? '');
    expect(within(inside).getByRole('alert').textContent).toContain('the workspace that is open');
    expect(within(inside).queryByRole('button', { name: 'Restore this backup…' })).toBeNull();
  });
});
