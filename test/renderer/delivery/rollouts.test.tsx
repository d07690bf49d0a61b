import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  contentText,
  rolloutLook,
  wordsOf,
} from '../../../renderer/features/delivery/rollouts/rollout-words.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anApplication, startArgoServer } from '../../support/servers/argo-cd.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

// Nothing is laid out here: a table without a size shows no rows.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(1600);
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});

const token = 'canary-token-7';
const hostile = '<img src=x onerror=alert(1)>';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function start() {
  const test = startTestApp();
  const argo = await startArgoServer({ token });
  onTestFinished(() => argo.close());
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  return { test, argo };
}

describe('connecting an Argo CD', () => {
  it('tests and saves a project, or all of them, and shows where things stand', async () => {
    const { test, argo } = await start();
    argo.applications = [anApplication('shop')];
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Argo CD');
    await userEvent.type(screen.getByLabelText('Address of the server'), argo.baseUrl);
    await userEvent.type(screen.getByLabelText(/^Project or application/), 'Default');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected a project, or a project and one/)).toBeTruthy();
    await userEvent.clear(screen.getByLabelText(/^Project or application/));
    await userEvent.type(screen.getByLabelText(/^Project or application/), 'default');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached default')).toBeTruthy();
    await userEvent.click(await button('Connect'));
    await userEvent.click(await screen.findByRole('tab', { name: 'Roll-outs' }));
    expect(await screen.findByText(/^Nothing that runs has been read yet/)).toBeTruthy();
    await userEvent.click(await button('Sync now'));
    const table = await screen.findByRole('grid', { name: 'Roll-outs' });
    expect(await within(table).findByText('shop')).toBeTruthy();
    expect(within(table).getByText('Synced, Healthy')).toBeTruthy();
  });
});

describe('the roll-outs of a connection', () => {
  it('show what a provider says as text, and what is gone as that', async () => {
    const { test, argo } = await start();
    argo.applications = [
      anApplication('shop', {
        status: { health: { status: 'Degraded', message: hostile }, summary: {} },
      }),
      anApplication('web'),
    ];
    const place = { provider: 'argo-cd', baseUrl: argo.baseUrl, repository: '', token } as const;
    const { id } = await test.call('connections.save', { name: 'Argo', ...place });
    await test.call('connections.sync', { id });
    argo.applications.pop();
    await test.call('connections.sync', { id });
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await screen.findByRole('tab', { name: 'Roll-outs' }));
    const table = await screen.findByRole('grid', { name: 'Roll-outs' });
    expect(await within(table).findByText('Gone')).toBeTruthy();
    expect(within(table).getByText('Failed')).toBeTruthy();
    expect(document.querySelector('img[src="x"]')).toBeNull();
    await userEvent.click(within(table).getByText('web'));
    expect(await screen.findByText('Gone since')).toBeTruthy();
    expect(screen.getByText('Last status')).toBeTruthy();
    expect(screen.getAllByText('registry.example.com/shop:2')).not.toEqual([]);
    // What is gone is no longer of a status: the filter asks for what stands.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'failed');
    await expect.poll(() => within(table).queryByText('web')).toBeNull();
    expect(within(table).getByText(`Succeeded: ${hostile}`)).toBeTruthy();
  });
});

describe('the words for where something stands', () => {
  it('are those of its provider, its images, and that it is gone', () => {
    expect(wordsOf({ rawStatus: 'OutOfSync', rawResult: null })).toBe('OutOfSync');
    expect(wordsOf({ rawStatus: null, rawResult: '' })).toBe('');
    expect(contentText({ revision: 'abc', images: ['a/b/shop:2', 'web@sha256:1'] })).toBe(
      'shop:2, web@sha256:1',
    );
    expect(contentText({ revision: 'abc', images: [] })).toBe('abc');
    const at = '2026-11-24T09:00:00.000Z';
    expect(rolloutLook({ status: 'succeeded', warnings: false, goneAt: at }).label).toBe('Gone');
    expect(rolloutLook({ status: 'succeeded', warnings: true, goneAt: null }).kind).toBe('waiting');
  });
});
