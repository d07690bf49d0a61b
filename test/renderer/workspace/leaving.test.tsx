import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

describe('the people of the settings', () => {
  it('record that somebody left, list what is theirs, and offer them no more', async () => {
    const { test, release } = await planRelease();
    openWindow(test, '/settings/people');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a person' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'Nia Park');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    const beside = await screen.findByRole('complementary', { name: 'Nia Park' });
    expect(await within(beside).findByText('Nothing open is theirs.')).toBeTruthy();
    const { people } = await test.call('people.list', {});
    const ownerId = people.find(({ name }) => name === 'Nia Park')?.id;
    await test.call('releases.update', { id: release.id, ownerId });
    const held = await within(beside).findByRole('list', { name: 'Still theirs' });
    expect(within(held).getAllByRole('link', { name: 'Payments 4.2' })).not.toEqual([]);
    await userEvent.click(within(beside).getByRole('button', { name: 'They left…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Nia Park left' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText(/Nia Park left; 1 thing is still theirs/)).toBeTruthy();
    expect(await within(beside).findByRole('button', { name: 'They are back' })).toBeTruthy();
    await userEvent.click(within(beside).getByRole('button', { name: 'Remove, entered in error' }));
    expect(await within(beside).findByText(/Record that they left instead/)).toBeTruthy();
    cleanup();

    openWindow(test, `/releases/${release.id}/overview`);
    const owner = await screen.findByRole('combobox', { name: 'Owner' });
    expect(within(owner).getByRole('option', { name: 'Nia Park (left)' })).toBeTruthy();
    cleanup();
    openWindow(test, '/releases/new');
    const chooser = await screen.findByRole('combobox', { name: 'Owner' });
    expect(within(chooser).queryByRole('option', { name: /Nia Park/ })).toBeNull();
  });

  it('keep teams', async () => {
    const { test } = await planRelease();
    openWindow(test, '/settings/people');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a team' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a team' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add the team' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The name is empty');
    await userEvent.type(within(dialog).getByLabelText('Name'), 'Ledger');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Jon Bell' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add the team' }));
    expect(await screen.findByText('Team Ledger added')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the team Ledger' }));
    expect(await screen.findByText('Team Ledger removed')).toBeTruthy();
    expect(await test.call('teams.list', {})).toEqual([]);
  });
});
