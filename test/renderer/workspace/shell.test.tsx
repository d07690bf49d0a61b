import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useConnection } from '../../../renderer/state/connection.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  useConnection.setState({ link: 'connected', restarted: null });
});

async function openShell(address = '/releases', actingAs: 'mara' | null = 'mara') {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  if (actingAs) await test.call('workspace.actAs', { personId: cast.mara.id });
  const router = openWindow(test, address);
  await screen.findByRole('navigation', { name: 'Main' });
  return { test, cast, router };
}

describe('the frame', () => {
  it('says that a change needs a name, and takes one', async () => {
    const { test } = await openShell('/settings/workspace', null);
    const notice = await screen.findByText(/^Nobody is chosen/);
    const row = notice.parentElement;
    if (!row) throw new Error('the notice stands alone');
    await userEvent.click(within(row).getByRole('button', { name: 'Choose who is working' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Jon Bell' }));
    await waitFor(() => expect(screen.queryByText(/^Nobody is chosen/)).toBeNull());
    expect((await test.call('workspace.state', {})).open?.actingAs?.name).toBe('Jon Bell');
  });

  it('counts the open releases, and follows when one is added', async () => {
    const { test, cast } = await openShell();
    const nav = screen.getByRole('navigation', { name: 'Main' });
    await aRelease(test, cast);
    expect(await within(nav).findByRole('link', { name: /^Releases\s*1$/ })).toBeTruthy();
  });

  it('finds a release by its name and opens it', async () => {
    const { test, cast, router } = await openShell();
    const { id } = await aRelease(test, cast);
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(
      await screen.findByRole('combobox', { name: 'Find or do anything' }),
      'paym',
    );
    await screen.findByRole('option', { name: /^Payments 4\.2/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/releases/${id}/overview`));
  });

  it('lists the keys of the screen at hand', async () => {
    await openShell('/settings/people');
    await screen.findByRole('button', { name: 'Add a person' });
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(dialog).getByText('Add a person')).toBeTruthy();
  });

  it('leaves keys to the field that text is typed into', async () => {
    await openShell('/settings/people');
    const field = await screen.findByLabelText('New role');
    await userEvent.type(field, 'n?');
    expect(field).toHaveProperty('value', 'n?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('complementary', { name: 'A new person' })).toBeNull();
  });

  it('tells quietly that the core cannot be heard', async () => {
    await openShell();
    act(() => useConnection.getState().setLink('lost'));
    expect(await screen.findByText(/connection to Slipway is lost/)).toBeTruthy();
    expect(screen.getByText('No connection to Slipway')).toBeTruthy();
  });

  it('gives way to a page that says what to do when another launch took over', async () => {
    await openShell();
    act(() => useConnection.getState().setLink('refused'));
    expect(await screen.findByRole('heading', { name: 'Slipway was started again' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('says that there is nothing at an unknown address', async () => {
    await openShell('/nowhere');
    expect(await screen.findByText('There is no screen at /nowhere.')).toBeTruthy();
  });

  it('shows nothing of one workspace once another one is open', async () => {
    const { test, cast } = await openShell();
    await aRelease(test, cast);
    expect(await screen.findByRole('link', { name: /^Releases\s*1$/ })).toBeTruthy();
    await test.call('workspace.create', {
      path: `${test.folder}/Second.slipway`,
      name: 'Second',
      zone: 'UTC',
    });
    expect(await screen.findByRole('button', { name: 'Workspace Second' })).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Releases' })).toBeTruthy();
  });
});
