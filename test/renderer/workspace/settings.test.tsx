import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { aRelease, buildShipped, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function openSettings(section: string) {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  openWindow(test, `/settings/${section}`);
  return { test, cast };
}

describe('the people', () => {
  it('are added through a form that a key opens, with their roles', async () => {
    const { test } = await openSettings('people');
    await button('Add a person');
    await userEvent.keyboard('n');
    const form = await screen.findByRole('complementary', { name: 'A new person' });
    const name = within(form).getByLabelText('Name');
    expect(document.activeElement).toBe(name);
    await userEvent.click(within(form).getByLabelText('Compliance'));
    await userEvent.type(name, 'Ada Nunn');
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Ada Nunn added')).toBeTruthy();
    const { people } = await test.call('people.list', {});
    expect(people.find((person) => person.name === 'Ada Nunn')?.roles).toEqual(['compliance']);
  });

  it('take a wrong address beside its field and lose nothing', async () => {
    const { test } = await openSettings('people');
    await userEvent.click(await button('Add a person'));
    const form = await screen.findByRole('complementary', { name: 'A new person' });
    await userEvent.type(within(form).getByLabelText('Name'), 'Ada Nunn');
    await userEvent.type(within(form).getByLabelText(/^E-mail/), 'nowhere');
    await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
    expect(await within(form).findByText('Is not an e-mail address')).toBeTruthy();
    expect((await test.call('people.list', {})).people).toHaveLength(5);
  });

  it('have roles of the workspace’s own', async () => {
    const { test } = await openSettings('people');
    await userEvent.type(await screen.findByLabelText('New role'), 'Data steward{Enter}');
    expect(await screen.findByText('Role Data steward added')).toBeTruthy();
    const { roles } = await test.call('people.list', {});
    expect(roles.find(({ builtIn }) => !builtIn)?.key).toBe('data-steward');
  });
});

describe('the environments', () => {
  it('move by Alt with an arrow, and the order is kept', async () => {
    const { test } = await openSettings('environments');
    (await button('prod-eu')).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await screen.findByText('prod-eu moved up, now 1 of 2')).toBeTruthy();
    const names = (await test.call('environments.list', {})).map(({ name }) => name);
    expect(names).toEqual(['prod-eu', 'staging-eu']);
  });

  it('show both versions when somebody saved the same field meanwhile, and keep what was typed', async () => {
    const { test, cast } = await openSettings('environments');
    const { id, kind, region } = cast.production;
    await userEvent.click(await button('prod-eu'));
    const name = await screen.findByLabelText('Name');
    await userEvent.type(name, '-mine');
    await test.call('environments.save', { id, name: 'prod-theirs', kind, region }, cast.ana.id);
    await button('prod-theirs');
    await userEvent.click(await button('Save'));

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('prod-theirs');
    expect(alert.textContent).toContain('prod-eu-mine');
    await userEvent.click(within(alert).getByRole('button', { name: 'Save mine' }));
    expect(await screen.findByText('prod-eu-mine saved')).toBeTruthy();
    const names = (await test.call('environments.list', {})).map((each) => each.name);
    expect(names).toContain('prod-eu-mine');
  });

  it('take over what somebody else saved in the fields that were not touched', async () => {
    const { test, cast } = await openSettings('environments');
    const { id, name, kind } = cast.production;
    await userEvent.click(await button('prod-eu'));
    await userEvent.type(await screen.findByLabelText('Name'), '-1');
    await test.call('environments.save', { id, name, kind, region: 'Dublin' }, cast.ana.id);
    expect(await screen.findByDisplayValue('Dublin')).toBeTruthy();
    await userEvent.click(await button('Save'));
    expect(await screen.findByText('prod-eu-1 saved')).toBeTruthy();
    const saved = (await test.call('environments.list', {})).find((each) => each.id === id);
    expect(saved).toMatchObject({ name: 'prod-eu-1', region: 'Dublin' });
  });

  it('keep what was typed while people looked elsewhere', async () => {
    const { test } = await openSettings('environments');
    await userEvent.click(await button('prod-eu'));
    await userEvent.type(await screen.findByLabelText('Name'), '-half');
    cleanup();
    openWindow(test, '/settings/environments');
    await userEvent.click(await button('prod-eu'));
    expect(await screen.findByDisplayValue('prod-eu-half')).toBeTruthy();
    await userEvent.click(await button('Discard what I typed'));
    expect(await screen.findByDisplayValue('prod-eu')).toBeTruthy();
  });
});

describe('a draft of an environment', () => {
  it('does not overwrite what somebody saved while nobody looked at it', async () => {
    const { test, cast } = await openSettings('environments');
    const { id, kind, region } = cast.production;
    await userEvent.click(await button('prod-eu'));
    await userEvent.type(await screen.findByLabelText('Name'), '-mine');
    cleanup();
    await test.call('environments.save', { id, name: 'prod-theirs', kind, region }, cast.ana.id);
    openWindow(test, '/settings/environments');
    await userEvent.click(await button('prod-theirs'));
    expect(await screen.findByDisplayValue('prod-eu-mine')).toBeTruthy();
    await userEvent.click(await button('Save'));
    expect((await screen.findByRole('alert')).textContent).toContain('prod-theirs');
    await userEvent.click(await button('Keep theirs'));
    expect(await screen.findByDisplayValue('prod-theirs')).toBeTruthy();
  });
});

describe('a service', () => {
  it('tries a version against the scheme while both are typed', async () => {
    await openSettings('services');
    await userEvent.click(await button('Add a service'));
    const trial = await screen.findByLabelText(/^Try a version/);
    await userEvent.type(trial, 'v1.2.0');
    expect(await screen.findByText('Does not fit')).toBeTruthy();
    await userEvent.click(screen.getByLabelText(/^Pattern/));
    const pattern = screen.getByRole('textbox', { name: 'Regular expression' });
    fireEvent.change(pattern, { target: { value: 'v\\d+\\.\\d+\\.\\d+' } });
    expect(await screen.findByText('Fits the scheme')).toBeTruthy();
  });

  it('is not saved with a pattern that does not work', async () => {
    const { test } = await openSettings('services');
    await userEvent.click(await button('Add a service'));
    await userEvent.type(await screen.findByLabelText('Name'), 'ledger');
    await userEvent.click(screen.getByLabelText(/^Pattern/));
    const pattern = screen.getByRole('textbox', { name: 'Regular expression' });
    fireEvent.change(pattern, { target: { value: '(a+' } });
    await userEvent.click(await button('Add'));
    expect((await screen.findByRole('alert')).textContent).toContain('does not work');
    expect((await test.call('services.list', {})).map(({ name }) => name)).not.toContain('ledger');
  });
});

describe('the workspace', () => {
  it('has working days, one at least', async () => {
    const { test } = await openSettings('workspace');
    const days = await screen.findByRole('group', { name: /^Working days/ });
    const turn = (name: string) => userEvent.click(within(days).getByRole('checkbox', { name }));
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await turn(name);
    await userEvent.click(await button('Save'));
    expect((await within(days).findByRole('alert')).textContent).toContain('keep at least one');
    await turn('Sunday');
    await turn('Monday');
    await userEvent.click(await button('Save'));
    expect(await screen.findByText('Workspace saved')).toBeTruthy();
    const saved = (await test.call('workspace.state', {})).open?.workspace.workingDays;
    expect(saved).toEqual([1, 7]);
  });

  it('changes its profile once what it changes was shown, by the policy that comes into force', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    await aRelease(test, cast);
    await test.call('workspace.actAs', { personId: cast.mara.id });
    openWindow(test, '/settings/workspace');
    const profile = async () => (await test.call('workspace.state', {})).open?.workspace.profile;
    await userEvent.click(await screen.findByLabelText(/^Startup/));
    await userEvent.click(await button('Save'));
    const dialog = await screen.findByRole('dialog', { name: 'Change the profile to Startup' });
    const changing = await within(dialog).findByRole('list', { name: 'Open releases that change' });
    expect(changing.textContent).toMatch(/Payments 4\.2.*Removed: .*CAB decision/);
    expect(await profile()).toBe('standard');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep as it is' }));
    expect(await profile()).toBe('standard');
    await userEvent.click(await button('Save'));
    await userEvent.click(await button('Change the profile and 1 release'));
    expect(await screen.findByText('Workspace saved')).toBeTruthy();
    expect(await profile()).toBe('startup');
  });

  it('says that only the separation of duties changes where a policy of its own is published', async () => {
    const { test, cast } = await openSettings('workspace');
    await aRelease(test, cast);
    await userEvent.click(await screen.findByLabelText(/^Startup/));
    await userEvent.click(await button('Save'));
    const dialog = await screen.findByRole('dialog', { name: 'Change the profile to Startup' });
    await within(dialog).findByText(/^Only the separation of duties changes/);
    expect(dialog.textContent).toContain('By type, version 1');
    await userEvent.click(await button('Change the profile'));
    expect(await screen.findByText('Workspace saved')).toBeTruthy();
    expect((await test.call('workspace.state', {})).open?.workspace.profile).toBe('startup');
  });

  it('verifies its journal and tells the head', async () => {
    const { test } = await openSettings('workspace');
    await userEvent.click(await button('Verify'));
    expect(await screen.findByText(/^Whole: \d+ entries/)).toBeTruthy();
    const { head } = await test.call('workspace.verify', {});
    expect(screen.getAllByText(head ?? 'none').length).toBeGreaterThan(0);
  });

  it('backs up beside itself', async () => {
    const { test } = await openSettings('workspace');
    await userEvent.click(await button('Back up now'));
    expect(await screen.findByText(/^Backed up, /)).toBeTruthy();
    const { entries } = await test.call('device.browse', { folder: test.folder });
    expect(entries.filter(({ kind }) => kind === 'workspace')).toHaveLength(2);
  });
});

describe('this device', () => {
  it('begins an encrypted file only when the passphrase was typed twice alike', async () => {
    const { test } = await openSettings('device');
    await userEvent.type(await screen.findByLabelText('Passphrase'), 'correct horse');
    await userEvent.type(screen.getByLabelText('The same passphrase again'), 'battery');
    await userEvent.click(await button('Keep tokens in an encrypted file'));
    expect((await screen.findByRole('alert')).textContent).toContain('differ');
    expect(test.platform.secrets.protection()).toBe('memory');
  });
});
