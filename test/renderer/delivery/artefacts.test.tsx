import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sizeText } from '../../../renderer/features/delivery/artefacts/artefact-words.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startArtifactoryServer } from '../../support/servers/artifactory.ts';
import { startPackagesServer } from '../../support/servers/github-packages.ts';
import { aComponent, startNexusServer } from '../../support/servers/nexus.ts';
import { anImage, digestOf, startRegistryServer } from '../../support/servers/registry.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

// Nothing is laid out here: a table without a size shows no rows.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(1200);
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});

const token = 'mara:canary-token-7';
const button = (name: string) => screen.findByRole('button', { name });

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const registry = await startRegistryServer({ token });
  onTestFinished(() => registry.close());
  registry.repositories['acme/payments-api'] = { '4.2.0': anImage('1'), '4.1.0': anImage('2') };
  return { test, cast, registry };
}

describe('the artefacts of a connection', () => {
  it('are connected, synced and shown, with what is gone and the whole digest to copy', async () => {
    const { test, registry } = await start();
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'OCI registry');
    await userEvent.type(screen.getByLabelText('Address of the registry'), registry.baseUrl);
    const names = screen.getByLabelText('Repositories');
    await userEvent.type(names, 'acme/payments-api:4.2.0');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected names without host and tag/)).toBeTruthy();
    await userEvent.clear(names);
    await userEvent.type(names, 'acme/payments-api');
    await userEvent.type(screen.getByLabelText(/^User and token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached acme/payments-api')).toBeTruthy();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'payments-api' })).toBeTruthy();
    expect(await screen.findByText(/^No artefact has been read yet/)).toBeTruthy();
    await userEvent.click(await button('Sync now'));
    expect(await screen.findByText('4.2.0')).toBeTruthy();
    registry.repositories['acme/payments-api'] = { '4.2.0': anImage('3') };
    await userEvent.click(await button('Sync now'));

    const table = await screen.findByRole('grid', { name: 'Artefacts' });
    await expect.poll(() => within(table).queryAllByText('Gone').length).toBe(2);
    expect(within(table).getAllByText('There')).toHaveLength(2);
    const digest = digestOf(anImage('3'));
    const chip = within(table).getByRole('button', { name: new RegExp(`Copy digest ${digest}`) });
    expect(chip.textContent).toBe(digest.slice(0, 'sha256:'.length + 12));
    await userEvent.type(screen.getByLabelText('Filter artefacts'), digest.slice(9, 20));
    await expect.poll(() => within(table).queryAllByText('Gone').length).toBe(0);
    await userEvent.click(within(table).getByText('acme/payments-api'));
    expect(await screen.findByText(digest)).toBeTruthy();
    expect(registry.problems).toEqual([]);
  });

  it.each([
    {
      provider: 'Nexus',
      open: () => startNexusServer({ token, components: [aComponent('1.0')] }),
      ...{ address: 'Address of Nexus', place: 'Repositories', secret: /^User and token/ },
      ...{ wrong: 'acme/releases', right: 'releases', given: token },
    },
    {
      provider: 'Artifactory',
      open: () => startArtifactoryServer({ token: 'canary', files: [{ path: 'libs/a-1.0.jar' }] }),
      ...{ address: 'Address of Artifactory', place: 'Repositories or folders', secret: /^Token/ },
      ...{ wrong: 'libs%2F', right: 'libs', given: 'canary' },
    },
    {
      provider: 'GitHub Packages',
      open: () => startPackagesServer({ token: 'canary', packages: { 'npm/web': [] } }),
      ...{ address: 'Address of the API', place: 'Packages', secret: /^Token/ },
      ...{ wrong: 'acme/web', right: 'acme/npm, acme/npm/web', given: 'canary' },
    },
  ])('come from $provider by a form that speaks of it', async (each) => {
    const { test } = await start();
    const server = await each.open();
    onTestFinished(() => server.close());
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), each.provider);
    const address = screen.getByLabelText(each.address);
    await userEvent.clear(address);
    await userEvent.type(address, server.baseUrl);
    const place = screen.getByLabelText(each.place);
    await userEvent.type(place, each.wrong);
    await userEvent.type(screen.getByLabelText(each.secret), each.given);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected /)).toBeTruthy();
    expect(server.requests).toEqual([]);
    await userEvent.clear(place);
    await userEvent.type(place, each.right);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(`Reached ${each.right}`)).toBeTruthy();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('tab', { name: 'Artefacts' })).toBeTruthy();
    expect(server.problems).toEqual([]);
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1234, '1.2 kB'],
    [999_999, '1,000 kB'],
    [4_294_967_301, '4.3 GB'],
    [123_456_789, '123 MB'],
  ])('say %i bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
