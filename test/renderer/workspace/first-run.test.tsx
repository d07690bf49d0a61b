import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function openCreateForm(): Promise<void> {
  await userEvent.click(await button('Create a workspace'));
  await screen.findByRole('heading', { name: 'Create a workspace' });
}

describe('the first run', () => {
  it('creates a workspace with its first person, who then works here', async () => {
    const test = startTestApp();
    openWindow(test, '/');
    await openCreateForm();
    await userEvent.type(await screen.findByLabelText('Name'), 'Payments');
    const path = join(test.folder, 'Payments.slipway');
    expect(screen.getByLabelText('File')).toHaveProperty('value', path);
    await userEvent.type(screen.getByLabelText('Your name'), 'Mara Okafor');
    await userEvent.click(await button('Create the workspace'));

    expect(await screen.findByRole('heading', { name: 'Waiting for you' })).toBeTruthy();
    expect(existsSync(path)).toBe(true);
    const { open } = await test.call('workspace.state', {});
    expect(open).toMatchObject({
      workspace: { name: 'Payments', profile: 'standard' },
      actingAs: { name: 'Mara Okafor', roles: ['release-manager'] },
    });
  });

  it('leaves a file name somebody typed alone when the name changes', async () => {
    openWindow(startTestApp(), '/welcome');
    await openCreateForm();
    const file = await screen.findByLabelText('File');
    await userEvent.clear(file);
    await userEvent.type(file, '/elsewhere/plan.slipway');
    await userEvent.type(screen.getByLabelText('Name'), 'Payments');
    expect(file).toHaveProperty('value', '/elsewhere/plan.slipway');
  });

  it('says what is missing beside each field', async () => {
    openWindow(startTestApp(), '/welcome');
    await openCreateForm();
    await userEvent.click(await button('Create the workspace'));
    const said = await screen.findAllByText('Is empty; type at least one character');
    expect(said).toHaveLength(2);
  });

  it('tells that the file exists, and keeps what was typed', async () => {
    const test = startTestApp();
    writeFileSync(join(test.folder, 'Payments.slipway'), 'mine');
    openWindow(test, '/welcome');
    await openCreateForm();
    await userEvent.type(await screen.findByLabelText('Name'), 'Payments');
    await userEvent.type(screen.getByLabelText('Your name'), 'Mara Okafor');
    await userEvent.click(await button('Create the workspace'));

    expect(await screen.findByText('The workspace could not be created')).toBeTruthy();
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Mara Okafor');
    expect((await test.call('workspace.state', {})).open).toBeNull();
  });

  it('finds what was typed again after the window was loaded anew', async () => {
    const test = startTestApp();
    openWindow(test, '/welcome');
    await openCreateForm();
    await userEvent.type(await screen.findByLabelText('Name'), 'Payments');
    cleanup();
    openWindow(test, '/welcome');
    await openCreateForm();
    expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Payments');
  });

  it('opens a recent file, and asks who is working before anything else', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    await test.call('workspace.close', {});
    openWindow(test, '/');
    await userEvent.click(await button('Payments'));

    expect(await screen.findByRole('heading', { name: 'Who is working here?' })).toBeTruthy();
    await userEvent.click(await button('Iris Lindqvist'));
    expect(await screen.findByRole('heading', { name: 'Waiting for you' })).toBeTruthy();
    const { open } = await test.call('workspace.state', {});
    expect(open?.actingAs?.name).toBe('Iris Lindqvist');
  });

  it('says why a file could not be opened, and what to do', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    await test.call('workspace.close', {});
    writeFileSync(join(test.folder, 'Payments.slipway'), 'not a workspace');
    openWindow(test, '/');
    await userEvent.click(await button('Payments'));
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('could not be opened');
    expect(panel.textContent).toContain('Payments.slipway');
  });

  it('follows when another window opens a workspace', async () => {
    const test = startTestApp();
    openWindow(test, '/');
    await button('Create a workspace');
    await buildWorkspace(test);
    expect(await screen.findByRole('heading', { name: 'Who is working here?' })).toBeTruthy();
    expect(screen.getByText('Payments')).toBeTruthy();
  });

  it('stays while somebody looks for another workspace, until one opens', async () => {
    const test = startTestApp();
    const { mara } = await buildWorkspace(test);
    await test.call('workspace.actAs', { personId: mara.id });
    openWindow(test, '/welcome');
    await screen.findByRole('link', { name: /Payments/ });
    await test.call('workspace.update', { name: 'Shop' });
    expect(await screen.findByRole('link', { name: /Shop/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Create a workspace' })).toBeTruthy();

    await test.call('workspace.create', {
      path: join(test.folder, 'Second.slipway'),
      name: 'Second',
      zone: 'UTC',
    });
    expect(await screen.findByRole('heading', { name: 'Who is working here?' })).toBeTruthy();
  });

  it('shows the folder above while the one for new files is not made yet', async () => {
    const test = startTestApp();
    test.platform.documentsFolder = join(test.folder, 'Slipway');
    mkdirSync(join(test.folder, 'Plans'));
    openWindow(test, '/welcome');
    await userEvent.click(await button('Open a file'));
    expect(await button('Plans')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps a folder that cannot be read in its field, with the way up', async () => {
    const test = startTestApp();
    openWindow(test, '/welcome');
    await userEvent.click(await button('Open a file'));
    const field = await screen.findByLabelText('Folder');
    await expect.poll(() => screen.getByLabelText('Folder')).toHaveProperty('value', test.folder);
    const missing = join(test.folder, 'elsewhere');
    await userEvent.clear(field);
    await userEvent.type(field, `${missing}{Enter}`);
    expect((await screen.findByRole('alert')).textContent).toContain(missing);
    expect(screen.getByLabelText('Folder')).toHaveProperty('value', missing);
    await userEvent.click(screen.getByRole('button', { name: 'Folder above' }));
    await expect.poll(() => screen.queryByRole('alert')).toBeNull();
  });

  it('browses the folders of the machine where the host has no file dialog', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    await test.call('workspace.close', {});
    openWindow(test, '/welcome');
    await userEvent.click(await button('Open a file'));
    await userEvent.click(await button('Payments.slipway'));
    expect(await screen.findByRole('heading', { name: 'Who is working here?' })).toBeTruthy();
  });

  it('asks the operating system for the file where there is a dialog', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    await test.call('workspace.close', {});
    const asked: string[] = [];
    test.platform.pickFile = async ({ title }) => {
      asked.push(title);
      return join(test.folder, 'Payments.slipway');
    };
    openWindow(test, '/welcome');
    await userEvent.click(await button('Open a file'));
    expect(await screen.findByRole('heading', { name: 'Who is working here?' })).toBeTruthy();
    expect(asked).toEqual(['Open a workspace']);
  });
});
