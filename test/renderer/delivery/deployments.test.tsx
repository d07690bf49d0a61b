import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { placeText } from '../../../renderer/features/delivery/deployments/deployment-words.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { aDeployment, aStatus } from '../../support/servers/deployments.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

// Nothing is laid out here: a table without a size shows no rows.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(1000);
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});

const hostile = '<img src=x onerror=alert(1)>';

/** A workspace with two deployments read from a GitHub on loopback. */
async function deployedTo(...environments: string[]) {
  const test = startTestApp();
  const github = await startGithubServer({ token: 'canary-token-7' });
  onTestFinished(() => github.close());
  environments.forEach((environment, n) => {
    const deployment = aDeployment({ id: 4_300_000_001 + n, environment, ref: hostile });
    github.deployments.push(deployment);
    const state = n === 0 ? 'success' : 'sparkling';
    github.statuses.set(deployment.id, [
      aStatus(deployment, state, { environment: '', log_url: 'javascript:alert(1)' }),
    ]);
  });
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const place = { baseUrl: github.baseUrl, repository: 'acme/shop', token: 'canary-token-7' };
  const connection = await test.call('connections.save', { name: 'shop', ...place });
  await test.call('connections.sync', { id: connection.id });
  return { test, cast, connection };
}

describe('the deployments of the providers', () => {
  it('stand on the screen of all pipelines, each with where it comes from', async () => {
    const { test } = await deployedTo('prod-eu');
    openWindow(test, '/pipelines');
    await userEvent.click(await screen.findByRole('tab', { name: 'Deployments' }));
    await screen.findByText('not mapped');
    const table = screen.getByRole('grid', { name: 'Deployments' });
    expect(within(table).getByText('Succeeded')).toBeTruthy();
    expect(within(table).getByText('prod-eu')).toBeTruthy();
    expect(within(table).getByText('shop')).toBeTruthy();
    // What a provider says is text, and an address of a script no link.
    expect(within(table).getByText(hostile)).toBeTruthy();
    expect(document.querySelector('img[src="x"]')).toBeNull();
    expect(within(table).queryByRole('link')).toBeNull();
  });

  it('show the provider’s own words beside ours', async () => {
    const { test, connection } = await deployedTo('prod-eu', 'demo');
    openWindow(test, `/pipelines/${connection.id}`);
    await userEvent.click(await screen.findByRole('tab', { name: 'Deployments' }));
    await userEvent.click(await screen.findByText('demo'));
    expect(await screen.findByText('sparkling')).toBeTruthy();
    // The address of a script was left out when it was read.
    expect(screen.queryByText('Open at the provider')).toBeNull();
  });

  it('are mapped to environments: suggested by name, chosen by hand, listed until they are', async () => {
    const { test, cast, connection } = await deployedTo('PROD-EU', 'demo');
    openWindow(test, `/pipelines/${connection.id}`);
    await userEvent.click(await screen.findByRole('tab', { name: /^Environments ?2 not mapped$/ }));
    expect(await screen.findByText(/^same name as/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Map 1 of the same name' }));
    const demo = screen.getByRole('combobox', { name: 'Environment of demo' });
    await userEvent.selectOptions(demo, 'staging-eu');
    await userEvent.click(screen.getByRole('button', { name: 'Save the mapping' }));
    expect(await screen.findByText('Environments saved')).toBeTruthy();
    const [saved] = await test.call('connections.list', {});
    expect(saved?.environments).toEqual([
      { name: 'PROD-EU', environmentId: cast.production.id },
      { name: 'demo', environmentId: cast.staging.id },
    ]);
    expect(await screen.findByRole('tab', { name: /^Environments ?2$/ })).toBeTruthy();
  });
});

describe('where something was deployed', () => {
  const ours = new Map([['p', 'Production']]);
  it.each([
    ['prod', 'p', { name: 'Production', note: 'prod' }],
    ['production ', 'p', { name: 'Production', note: null }],
    ['prod', null, { name: 'prod', note: 'not mapped' }],
    ['prod', 'gone', { name: 'prod', note: 'not mapped' }],
    [null, null, { name: 'not told', note: null }],
  ])('at %s, mapped to %s, is told as %j', (environment, environmentId, told) => {
    expect(placeText({ environment, environmentId }, ours)).toEqual(told);
  });
});
