import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { anIssue, jiraDate, startJiraServer } from '../../support/servers/jira.ts';
import { testNow } from '../../support/surroundings.ts';
import { planRelease } from '../planning/release.ts';
import { hostWithout, openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const token = 'mara@acme.example:canary-token-7';
const issues = () => [
  anIssue({ number: 1, summary: 'Open the till', fixVersions: ['4.2'] }),
  anIssue({ number: 2, summary: '<b>bold</b>', fixVersions: ['4.2'], category: 'new' }),
  anIssue({ number: 3, summary: 'Other', fixVersions: ['4.3'] }),
  anIssue({ number: 4, category: 'done', resolution: { name: 'Duplicate' } }),
];

/** A release of a workspace whose Jira was read. */
async function start() {
  const planned = await planRelease();
  const clock = { now: testNow };
  const jira = await startJiraServer({ issues: issues(), token, clock: () => clock.now });
  onTestFinished(async () => {
    await jira.close();
    expect(jira.problems).toEqual([]);
  });
  const { test, release } = planned;
  const place = { provider: 'jira', baseUrl: jira.baseUrl, repository: 'PAY', token } as const;
  const connection = await test.call('connections.save', { ...place, name: 'Board' });
  const sync = () => test.call('connections.sync', { id: connection.id });
  await sync();
  return { ...planned, jira, connection, sync, clock, address: `/releases/${release.id}/scope` };
}

async function openPanel(without?: string) {
  const started = await start();
  const { test, address } = started;
  openWindow(without === undefined ? test : hostWithout(test, without), address);
  await userEvent.click(await screen.findByRole('button', { name: 'From tickets…' }));
  const panel = within(await screen.findByRole('form', { name: 'Add from tickets' }));
  return { ...started, panel };
}

describe('adding to the scope from tickets', () => {
  it('narrows them by a version, adds those chosen, and follows the version', async () => {
    const { test, release, panel } = await openPanel();
    expect(await panel.findByText('<b>bold</b>')).toBeTruthy();
    expect(panel.queryByLabelText('Add PAY-4')).toBeNull();
    expect(panel.getByText('It was closed without being done (Duplicate).')).toBeTruthy();
    await userEvent.selectOptions(panel.getByLabelText('Version or milestone'), '4.2 (2)');
    expect(await panel.findByText('2 tickets.')).toBeTruthy();
    await userEvent.click(panel.getByRole('button', { name: 'Choose all' }));
    await userEvent.click(panel.getByLabelText('Add PAY-2'));
    expect(panel.getByLabelText(/^The release is made of 4\.2/)).toHaveProperty('checked', true);
    await userEvent.click(panel.getByRole('button', { name: 'Add 1 ticket' }));
    expect(await screen.findByText('1 ticket added')).toBeTruthy();
    const scope = await test.call('scope.list', { releaseId: release.id });
    expect(scope).toMatchObject([{ ticket: 'PAY-1', title: 'Open the till' }]);
    expect(screen.queryByRole('form', { name: 'Add from tickets' })).toBeNull();
    expect(await screen.findByText('Tickets against the scope')).toBeTruthy();
    // Beside the item stands how its ticket does.
    expect(await screen.findByTitle(/^PAY-1 at Board, “进行中”, as of/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'No longer follow 4.2' }));
    expect(await screen.findByText('4.2 is no longer followed')).toBeTruthy();
    expect((await test.call('scope.list', { releaseId: release.id })).length).toBe(1);
  });

  it('asks now by a JQL, and says in Jira’s words what it does not take', async () => {
    const { jira, panel } = await openPanel();
    await userEvent.click(panel.getByText('Ask now'));
    jira.issues.push(anIssue({ number: 9, summary: 'Just written', fixVersions: ['4.2'] }));
    const jql = await panel.findByLabelText(/^JQL/);
    await userEvent.type(jql, 'project = PAY AND nonsense{Enter}');
    expect((await panel.findByRole('alert')).textContent).toMatch(/Jira said: .*'nonsense'/);
    await userEvent.clear(jql);
    await userEvent.type(jql, 'fixVersion = "4.2"');
    await userEvent.click(panel.getByRole('button', { name: 'Ask' }));
    await userEvent.click(await panel.findByLabelText('Add PAY-9'));
    await userEvent.click(panel.getByRole('button', { name: 'Add 1 ticket' }));
    expect(await screen.findByText('1 ticket added')).toBeTruthy();
  });

  it('keeps what is chosen when adding is refused', async () => {
    const { panel } = await openPanel('tickets.take');
    await userEvent.click(await panel.findByLabelText('Add PAY-1'));
    await userEvent.click(panel.getByRole('button', { name: 'Add 1 ticket' }));
    expect((await panel.findByRole('alert')).textContent).not.toBe('');
    expect(panel.getByLabelText('Add PAY-1')).toHaveProperty('checked', true);
  });

  it('shows the way to a tracker where none is connected', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/scope`);
    await userEvent.click(await screen.findByRole('button', { name: 'From tickets…' }));
    expect(await screen.findByRole('link', { name: 'Connect one' })).toBeTruthy();
  });
});

describe('tickets against the scope', () => {
  it('says what came late with its reason, and adds it from there', async () => {
    const { test, release, connection, jira, sync, clock, address } = await start();
    const input = { releaseId: release.id, connectionId: connection.id };
    await test.call('tickets.take', { ...input, tickets: ['10001', '10002'], follow: '4.2' });
    await test.call('releases.advance', { id: release.id });
    clock.now += 86_400_000;
    test.advance(86_400_000);
    const updated = jiraDate(clock.now);
    jira.issues[2] = anIssue({ number: 3, summary: 'Other', fixVersions: ['4.2'], updated });
    const undone = { category: 'done', resolution: { name: 'Won’t Do' }, fixVersions: ['4.2'] };
    jira.issues[1] = anIssue({ number: 2, ...undone, updated });
    await sync();
    openWindow(test, address);
    const list = within(
      await screen.findByRole('list', { name: 'Tickets that do not fit the scope' }),
    );
    expect(list.getByText(/^In 4\.2 since .*, after planning was left; not in/)).toBeTruthy();
    expect(list.getByText(/^Closed without being done \(Won’t Do\); still in/)).toBeTruthy();
    expect(
      screen.getByText(/^The plan has no scope freeze; what came after planning/),
    ).toBeTruthy();
    expect(await screen.findByTitle(/^PAY-2 at Board.*Closed without being done/)).toBeTruthy();
    await userEvent.click(list.getByRole('button', { name: 'Add PAY-3 to the scope' }));
    expect(await screen.findByText('1 ticket added')).toBeTruthy();
    expect(await list.findByText(/^Taken on .*, after planning was left\./)).toBeTruthy();
  });
});
