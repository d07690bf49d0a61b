import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anIssue, startJiraServer } from '../../support/servers/jira.ts';
import type { JiraIssue } from '../../support/servers/jira.ts';
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
  width.mockReturnValue(1000);
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});

const token = 'mara@acme.example:canary-token-7';
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function start(issues: JiraIssue[] = []) {
  const test = startTestApp();
  const jira = await startJiraServer({ issues, token });
  onTestFinished(async () => {
    await jira.close();
    expect(jira.problems).toEqual([]);
  });
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  return { test, jira, cast };
}

describe('connecting a Jira', () => {
  it('takes the pasted address of a project apart, and asks for e-mail and token', async () => {
    const { test, jira } = await start([anIssue()]);
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Jira');
    const address = screen.getByLabelText('Address of the site');
    await userEvent.clear(address);
    await userEvent.click(address);
    await userEvent.paste(`${jira.baseUrl}/browse/PAY-12`);
    await userEvent.tab();
    expect(address).toHaveProperty('value', jira.baseUrl);
    expect(screen.getByLabelText('Projects or JQL')).toHaveProperty('value', 'PAY');
    await userEvent.type(screen.getByLabelText(/^E-mail and API token/), token);
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Reached PAY/)).toBeTruthy();
    expect(screen.queryByText('What its workflows build')).toBeNull();
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'PAY' })).toBeTruthy();
    const [connection] = await test.call('connections.list', {});
    expect(connection).toMatchObject({ provider: 'jira', repository: 'PAY', hasToken: true });
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('canary');
  });

  it('says what is expected where neither keys nor a JQL are typed', async () => {
    const { test, jira } = await start();
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Jira');
    await userEvent.type(screen.getByLabelText('Address of the site'), jira.baseUrl);
    await userEvent.type(screen.getByLabelText('Projects or JQL'), 'two words');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected keys of projects such as PAY, OPS/)).toBeTruthy();
    expect(jira.requests).toEqual([]);
  });
});

describe('the tickets of a connection', () => {
  it('are shown as text, narrowed, and opened beside', async () => {
    const { test, jira, cast } = await start([
      anIssue({ number: 1, summary: '<img src=x onerror=alert(1)>', fixVersions: ['2.4.0'] }),
      anIssue({ number: 2, category: 'done', summary: 'Count once', fixVersions: ['2.5.0'] }),
    ]);
    const place = { provider: 'jira', baseUrl: jira.baseUrl, repository: 'PAY', token } as const;
    const { id } = await test.call('connections.save', { ...place, name: 'Board' }, cast.mara.id);
    await test.call('connections.sync', { id }, cast.mara.id);
    openWindow(test, `/pipelines/${id}`);
    const table = within(await screen.findByRole('grid', { name: 'Tickets' }));
    expect(await table.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(table.getByText('In progress')).toBeTruthy();
    await userEvent.selectOptions(
      await screen.findByLabelText('Version or milestone'),
      '2.5.0 (1)',
    );
    await userEvent.click(await table.findByText('Count once'));
    const inspector = within(await screen.findByRole('complementary'));
    expect(inspector.getByText('no open release')).toBeTruthy();
    const link = inspector.getByRole('link', { name: 'Open at the provider' });
    expect(link.getAttribute('href')).toBe('https://acme.atlassian.net/browse/PAY-2');
    await userEvent.type(screen.getByLabelText('Filter tickets'), 'nothing like it');
    expect(await screen.findByText('No ticket fits.')).toBeTruthy();
  });
});
