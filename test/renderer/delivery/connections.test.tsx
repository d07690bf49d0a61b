import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startAzureServer } from '../../support/servers/azure-devops.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { startGitlabServer } from '../../support/servers/gitlab.ts';
import { aJob, startJenkinsServer } from '../../support/servers/jenkins.ts';
import { aWorkload, startKubernetesServer } from '../../support/servers/kubernetes.ts';
import { startOctopusServer } from '../../support/servers/octopus.ts';
import { aRun, someRuns } from '../../support/servers/runs.ts';
import { startTestApp } from '../../support/test-app.ts';
import { authority } from '../../support/servers/tls.ts';
import { startTlsFront } from '../../support/servers/tls-front.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const token = 'canary-token-7';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function open(address: string, runs = someRuns(3)) {
  const test = startTestApp();
  const github = await startGithubServer({ runs, token });
  onTestFinished(() => github.close());
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const save = () =>
    test.call('connections.save', {
      name: 'shop',
      baseUrl: github.baseUrl,
      repository: 'acme/shop',
      token,
    });
  if (address !== '') openWindow(test, address);
  return { test, github, cast, save };
}

describe('connecting a pipeline', () => {
  it('tests, maps and saves; the token goes to the provider and nowhere else', async () => {
    const { test, github, cast } = await open('/pipelines/new');
    const address = await screen.findByLabelText('Address of the API');
    await userEvent.clear(address);
    await userEvent.type(address, github.baseUrl);
    await userEvent.type(screen.getByLabelText('Repository'), 'acme/shop');
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'shop');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached acme/shop: 1 workflow')).toBeTruthy();
    const service = await screen.findByRole('combobox', { name: /^Service of/ });
    await userEvent.selectOptions(service, 'payments-api');
    await userEvent.click(await button('Connect'));

    expect(await screen.findByRole('heading', { name: 'shop' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({
      name: 'shop',
      hasToken: true,
      workflows: [{ serviceId: cast.payments.id, required: true }],
    });
    expect(JSON.stringify(connection)).not.toContain(token);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(token);
    expect(github.problems).toEqual([]);
  });

  it('speaks of the chosen provider, whose address comes with it', async () => {
    const { test } = await open('/pipelines/new');
    const gitlab = await startGitlabServer({ token });
    onTestFinished(() => gitlab.close());
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'GitLab CI');
    const address = screen.getByLabelText('Address of the server');
    expect(address).toHaveProperty('value', 'https://gitlab.com');
    await userEvent.clear(address);
    await userEvent.type(address, gitlab.baseUrl);
    await userEvent.type(screen.getByLabelText('Project'), 'shop');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected the path with all groups/)).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Project'));
    await userEvent.type(screen.getByLabelText('Project'), 'acme/shop');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached acme/shop: 1 workflow')).toBeTruthy();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'shop' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({ provider: 'gitlab', repository: 'acme/shop' });
  });

  it('guides to a job of Jenkins, with a user beside the token', async () => {
    const { test } = await open('/pipelines/new');
    const jenkins = await startJenkinsServer({ items: [aJob('shop/web')], token: `mara:${token}` });
    onTestFinished(() => jenkins.close());
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Jenkins');
    const address = screen.getByLabelText('Address of the controller');
    expect(address).toHaveProperty('value', '');
    await userEvent.type(address, jenkins.baseUrl);
    await userEvent.type(screen.getByLabelText('Job'), 'shop//web');
    const secret = screen.getByLabelText(/^User and API token/);
    await userEvent.type(secret, token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected the full name with all folders/)).toBeTruthy();
    expect(screen.getByText(/^Expected the user name and its API token/)).toBeTruthy();
    expect(jenkins.requests).toEqual([]);

    await userEvent.clear(screen.getByLabelText('Job'));
    await userEvent.type(screen.getByLabelText('Job'), `${jenkins.baseUrl}/job/shop/job/web/`);
    await userEvent.clear(secret);
    await userEvent.type(secret, `mara:${token}`);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached shop/web: 1 workflow')).toBeTruthy();
    expect(screen.getByLabelText(/by its job’s full name/)).toBeTruthy();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'web' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({ provider: 'jenkins', repository: 'shop/web' });
    expect(jenkins.problems).toEqual([]);
  });

  it('connects a namespace of a cluster, which has no workflows to map', async () => {
    const { test } = await open('/pipelines/new');
    const kubernetes = await startKubernetesServer({ token });
    kubernetes.deployments = [aWorkload('shop', 7)];
    onTestFinished(() => kubernetes.close());
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Kubernetes');
    expect(screen.queryByRole('heading', { name: 'What its workflows build' })).toBeNull();
    const address = screen.getByLabelText('Address of the API server');
    expect(address).toHaveProperty('value', '');
    await userEvent.type(address, kubernetes.baseUrl);
    const namespace = screen.getByLabelText(/^Namespace/);
    await userEvent.type(namespace, 'Payments');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected the name of a namespace as kubectl/)).toBeTruthy();
    await userEvent.clear(namespace);
    await userEvent.type(namespace, 'payments');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached payments')).toBeTruthy();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'payments' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({ provider: 'kubernetes', repository: 'payments' });
    expect(kubernetes.problems).toEqual([]);
  });

  it('takes the place of a cluster from a context of a kubeconfig, and says what it starts', async () => {
    const { test } = await open('/pipelines/new');
    const kubernetes = await startKubernetesServer({ token });
    const front = await startTlsFront(kubernetes.origin, token);
    onTestFinished(async () => {
      await front.close();
      await kubernetes.close();
    });
    const path = join(test.folder, 'kubeconfig');
    const ca = Buffer.from(authority).toString('base64');
    const config = {
      clusters: [
        { name: 'c', cluster: { server: front.origin, 'certificate-authority-data': ca } },
        { name: 'd', cluster: { server: 'https://d', 'insecure-skip-tls-verify': true } },
      ],
      users: [
        { name: 'ann', user: { token } },
        { name: 'bob', user: { exec: { command: 'aws', args: ['eks', 'get-token'] } } },
      ],
      contexts: [
        { name: 'prod', context: { cluster: 'c', user: 'ann', namespace: 'payments' } },
        { name: 'eks', context: { cluster: 'c', user: 'bob' } },
        { name: 'lab', context: { cluster: 'd', user: 'ann' } },
      ],
    };
    writeFileSync(path, JSON.stringify(config));
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Kubernetes');
    await userEvent.click(screen.getByText('Sign in with a kubeconfig of this device'));
    await userEvent.type(screen.getByLabelText(/^Kubeconfig/), path);
    await userEvent.tab();
    expect(await screen.findByText(/The context lab switches the check of the cert/)).toBeTruthy();
    const context = screen.getByLabelText('Context');
    await userEvent.selectOptions(context, 'eks');
    expect(
      screen.getByText(/started on this device at each test.*: aws eks get-token$/),
    ).toBeTruthy();
    await userEvent.selectOptions(context, 'prod');
    const address = screen.getByLabelText('Address of the API server');
    expect(address).toHaveProperty('value', front.origin);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached payments')).toBeTruthy();
    await userEvent.click(await button('Connect'));
    await screen.findByRole('tab', { name: 'Roll-outs' });
    const [connection] = await test.call('connections.list', {});
    const kept = await test.call('connections.context', { connectionId: connection?.id ?? '' });
    expect(kept).toEqual({ name: 'prod', kubeconfig: path });
    await userEvent.click(screen.getByRole('tab', { name: 'Connection' }));
    await userEvent.selectOptions(await screen.findByLabelText('Context'), 'None: by the token');
    expect(await screen.findByText('Reached by the token')).toBeTruthy();
    expect(
      await test.call('connections.context', { connectionId: connection?.id ?? '' }),
    ).toBeNull();
  });

  it('takes the pasted address of a project apart, and maps a definition', async () => {
    const { test, cast } = await open('/pipelines/new');
    const azure = await startAzureServer({ token, project: 'Shop Floor' });
    azure.definitions = [{ id: 7, name: 'api', path: '\\payments' }];
    onTestFinished(() => azure.close());
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Azure DevOps');
    const address = screen.getByLabelText('Address of the organisation');
    expect(address).toHaveProperty('value', 'https://dev.azure.com/');
    await userEvent.clear(address);
    await userEvent.click(address);
    await userEvent.paste(`${azure.baseUrl}/Shop%20Floor/_build?definitionId=7`);
    await userEvent.tab();
    expect(address).toHaveProperty('value', azure.baseUrl);
    expect(screen.getByLabelText('Project')).toHaveProperty('value', 'Shop Floor');
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Shop Floor');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached Shop Floor: 1 workflow')).toBeTruthy();
    expect(screen.getByText('\\payments\\api')).toBeTruthy();
    const service = screen.getByRole('combobox', { name: 'Service of api' });
    await userEvent.selectOptions(service, 'payments-api');
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'Shop Floor' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({
      ...{ provider: 'azure-devops', baseUrl: azure.baseUrl, repository: 'Shop Floor' },
      workflows: [{ workflow: '\\payments\\api', serviceId: cast.payments.id }],
    });
    expect(azure.problems).toEqual([]);
  });

  it('takes a space of Octopus, or none, and asks for no workflows', async () => {
    const { test } = await open('/pipelines/new');
    const octopus = await startOctopusServer({ token });
    onTestFinished(() => octopus.close());
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Octopus Deploy');
    await userEvent.type(screen.getByLabelText('Address of the server'), octopus.baseUrl);
    const space = screen.getByLabelText(/^Space or project/);
    await userEvent.type(space, 'Default/Shop/Web');
    await userEvent.type(screen.getByLabelText(/^Token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected a space, or a space and one project/)).toBeTruthy();
    await userEvent.clear(space);
    const name = screen.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Octopus');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached Default')).toBeTruthy();
    expect(screen.queryByText('What its workflows build')).toBeNull();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'Octopus' })).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Deployments' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({ provider: 'octopus', repository: '' });
    expect(octopus.problems).toEqual([]);
  });

  it('says what a wrong token means, and keeps the form', async () => {
    const { github } = await open('/pipelines/new');
    const address = await screen.findByLabelText('Address of the API');
    await userEvent.clear(address);
    await userEvent.type(address, github.baseUrl);
    await userEvent.type(screen.getByLabelText('Repository'), 'acme/shop');
    await userEvent.type(screen.getByLabelText(/^Token/), 'wrong');
    await userEvent.click(await button('Test'));
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The repository was not reached');
    expect(panel.textContent).toContain('401');
    expect(screen.getByLabelText('Repository')).toHaveProperty('value', 'acme/shop');
  });

  it('refuses an address that is none before anything is sent', async () => {
    const { github } = await open('/pipelines/new');
    const address = await screen.findByLabelText('Address of the API');
    await userEvent.clear(address);
    await userEvent.type(address, 'ftp://example.invalid');
    await userEvent.type(screen.getByLabelText('Repository'), 'just-a-name');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected an address that starts with https/)).toBeTruthy();
    expect(screen.getByText(/^Expected owner\/name/)).toBeTruthy();
    expect(github.requests).toEqual([]);
  });
});

describe('how a connection is reached, and when', () => {
  it('is typed once, kept, and shown; a certificate comes from a file', async () => {
    const { test, github } = await open('/pipelines/new');
    const address = await screen.findByLabelText('Address of the API');
    await userEvent.clear(address);
    await userEvent.type(address, github.baseUrl);
    await userEvent.type(screen.getByLabelText('Repository'), 'acme/shop');
    await userEvent.selectOptions(screen.getByLabelText('Synced by itself'), 'Every 15 minutes');
    await userEvent.click(screen.getByLabelText('Also when I come back to the window'));
    await userEvent.click(screen.getByText('How it is reached'));
    await userEvent.type(screen.getByLabelText(/^Proxy/), 'proxy.example.com');
    await userEvent.click(await button('Connect'));
    expect(await screen.findByText(/^Expected an address such as http/)).toBeTruthy();
    await userEvent.clear(screen.getByLabelText(/^Proxy/));
    const pem = new File([authority], 'authority.pem', { type: 'application/x-pem-file' });
    await userEvent.upload(screen.getByLabelText('Certificate file'), pem);
    await waitFor(() =>
      expect(screen.getByLabelText(/^Certificate of its authority/)).toHaveProperty(
        'value',
        authority,
      ),
    );
    await userEvent.click(await button('Connect'));
    expect(await screen.findByText('next sync within a minute')).toBeTruthy();
    const [saved] = await test.call('connections.list', {});
    expect(saved).toMatchObject({ everyMinutes: 15, onFocus: true, proxy: null, paused: null });
    expect(saved?.authorities).toHaveLength(1);
    await userEvent.click(screen.getByRole('tab', { name: 'Connection' }));
    expect(await screen.findByText(/Example Works Root/)).toBeTruthy();
    const asked = github.requests.length;
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(github.requests.length).toBeGreaterThan(asked));
  });
});

describe('a connection', () => {
  it('syncs, and changes nothing when nothing changed', async () => {
    const { test, save } = await open('');
    const { id } = await save();
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await button('Sync now'));
    expect(await screen.findByText('Synced')).toBeTruthy();
    expect(screen.getByText('new').textContent).toBe('3 new');
    await userEvent.click(await button('Sync now'));
    await expect.poll(() => screen.queryByText('new')?.textContent).toBe('0 new');
    expect((await test.call('pipelines.list', { connectionId: id })).total).toBe(3);
  });

  it('tells why the last sync failed until one succeeds', async () => {
    const { test, github, save } = await open('');
    const { id } = await save();
    github.fail(({ response }) => void response.writeHead(404).end('{"message":"Not Found"}'));
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await button('Sync now'));
    expect(await screen.findByText('The last sync did not finish')).toBeTruthy();
    await userEvent.click(await button('Try again'));
    expect(await screen.findByText('Synced')).toBeTruthy();
    expect(screen.queryByText('The last sync did not finish')).toBeNull();
  });

  it('imports an exported file, and says what it left out', async () => {
    const { test, save } = await open('');
    const { id } = await save();
    const file = join(test.folder, 'runs.json');
    writeFileSync(file, JSON.stringify({ workflow_runs: [...someRuns(2), { id: 'broken' }] }));
    test.platform.pickFile = async () => file;
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await button('Import a file'));
    expect(await screen.findByText('File imported')).toBeTruthy();
    expect(screen.getByText('new').textContent).toBe('2 new');
    expect(screen.getByText(/^What was left out, and why/)).toBeTruthy();
  });

  it('shows what a provider says as text, whatever it says', async () => {
    const hostile = aRun({ name: '<img src=x onerror=alert(1)>' });
    const { test, save } = await open('', [hostile]);
    const { id } = await save();
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await button('Sync now'));
    await screen.findByText('Synced');
    await userEvent.click(screen.getByRole('tab', { name: /^Workflows/ }));
    expect(await screen.findAllByText('<img src=x onerror=alert(1)>')).not.toEqual([]);
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });

  it('maps a workflow nobody has named yet, by its file', async () => {
    const { test, cast, save } = await open('');
    const { id } = await save();
    openWindow(test, `/pipelines/${id}`);
    await userEvent.click(await screen.findByRole('tab', { name: /^Workflows/ }));
    const file = '.github/workflows/release.yml';
    await userEvent.type(await screen.findByLabelText(/by its file/), `${file}{Enter}`);
    await userEvent.click(await button('Save the mapping'));
    expect(await screen.findByText(/^Mapping saved/)).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection?.workflows).toEqual([
      { workflow: file, serviceId: cast.checkout.id, required: true },
    ]);
  });

  it('that is not in this workspace is said so, with the way back', async () => {
    await open('/pipelines/0190a0a0-0000-7000-8000-00000000ffff');
    expect(await screen.findByText(/^This connection is not in this workspace/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All connections' })).toBeTruthy();
  });
});
