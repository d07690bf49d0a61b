import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { planRelease } from './release.ts';
import type { Planned } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

// jsdom lays nothing out; the list needs a height to know how many rows are in sight.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(900);
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** Three releases in the order they start: Payments 4.2, Ledger 2 and Wallet. */
async function three(): Promise<
  Planned & { add: (over: Partial<Input<'releases.create'>>) => Promise<string> }
> {
  const planned = await planRelease();
  const { test, cast } = planned;
  const add = async (overrides: Partial<Input<'releases.create'>>) => {
    const plan = { environmentId: cast.production.id, zone: 'Europe/London', durationMinutes: 60 };
    const { id } = await test.call('releases.create', {
      ...{ name: 'Ledger 2', type: 'patch', ownerId: cast.jon.id },
      deployments: [{ ...plan, startAt: '2026-12-04T22:00:00.000Z' }],
      ...overrides,
    });
    return id;
  };
  await add({});
  await add({ name: 'Wallet', type: 'minor', deployments: [] });
  return { ...planned, add };
}

const rowsShown = () => screen.getAllByRole('row', { hidden: true }).slice(1);
const names = () => rowsShown().map((row) => row.querySelector('bdi')?.textContent);
const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

describe('the releases', () => {
  it('that cannot be read say why, with a way to try again', async () => {
    const { test } = await planRelease();
    openWindow(hostWithout(test, 'releases.table'), '/releases');
    expect((await screen.findByRole('alert')).textContent).toContain('could not be read');
    expect(screen.getByRole('button', { name: /again|Retry/i })).toBeTruthy();
  });

  it('stand in groups that say their count, and close and open by keyboard', async () => {
    const { test } = await three();
    openWindow(test, '/releases?which=open&group=type');
    await row('Payments 4.2');
    expect(names()).toEqual(['Minor', 'Payments 4.2', 'Wallet', 'Patch', 'Ledger 2']);
    screen.getByRole('treegrid').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    expect(names()).toEqual(['Minor', 'Patch', 'Ledger 2']);
    const minor = await row('Minor');
    expect(minor.getAttribute('aria-expanded')).toBe('false');
    expect(minor.textContent).toContain('2');
    await userEvent.keyboard('{Enter}');
    expect(names()).toContain('Wallet');
  });

  it('are narrowed by choices that can be taken off, and the address says so', async () => {
    const { test } = await three();
    const router = openWindow(test, '/releases');
    await row('Ledger 2');
    await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
    const dialog = await screen.findByRole('dialog', { name: 'Filter the releases' });
    await userEvent.click(within(dialog).getByLabelText('Patch'));
    await waitFor(() => expect(names()).toEqual(['Ledger 2']));
    expect(router.state.location.search).toEqual({ which: 'open', type: 'patch' });
    await userEvent.click(within(dialog).getByLabelText('Emergency'));
    await userEvent.click(within(dialog).getByLabelText('Patch'));
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText(/No release fits the filter that is chosen/)).toBeTruthy();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter Type: Emergency' }),
    );
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('are changed together after a preview that names the one that refuses', async () => {
    const { test, cast } = await three();
    openWindow(test, '/releases');
    await row('Wallet');
    screen.getByRole('grid').focus();
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(await screen.findByText('3 of 3 releases marked')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Change…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByLabelText('Owner'), 'Ana Duarte');
    await userEvent.type(within(dialog).getByLabelText('Move what is ahead by'), '7');
    expect(await within(dialog).findByText('2 releases would change, 1 refused.')).toBeTruthy();
    expect(dialog.textContent).toContain('Wallet has no deployment ahead to move');
    expect(dialog.textContent).toContain('Fri 11 Dec 2026 22:00 London');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Change 2 releases' }));
    expect(await screen.findByText('2 releases changed, 1 refused')).toBeTruthy();
    const { releases } = await test.call('releases.list', {});
    const owned = releases.filter(({ ownerId }) => ownerId === cast.ana.id);
    expect(owned.map(({ name }) => name).toSorted()).toEqual(['Ledger 2', 'Payments 4.2']);
  });

  it('are saved as a view under a name, which the address then carries', async () => {
    const { test } = await three();
    const router = openWindow(test, '/releases?which=all&group=phase&q=ledger');
    await row('Ledger 2');
    await userEvent.click(screen.getByRole('button', { name: /Views/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as a view…' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'Ledger by phase');
    await userEvent.click(screen.getByRole('button', { name: 'Save the view' }));
    expect(await screen.findByRole('button', { name: /^Ledger by phase/ })).toBeTruthy();
    const [view] = await test.call('views.list', { screen: 'releases' });
    expect(view).toMatchObject({ shared: false, settings: { text: 'ledger', group: 'phase' } });
    expect(router.state.location.search).toEqual({ view: view?.id });
    await waitFor(() => expect(names()).toEqual(['Planning', 'Ledger 2']));
  });

  it('open in a view that names somebody who is gone, and say what was left out', async () => {
    const { test, cast } = await three();
    const gone = '0190a0a0-0000-7000-8000-00000000ffff';
    const settings = { which: 'open', owners: [cast.jon.id, gone], columns: ['name', 'mood'] };
    const input = { screen: 'releases', name: 'Jon’s', settings };
    const { id } = await test.call('views.save', input);
    openWindow(test, `/releases?view=${id}`);
    expect(await screen.findByText(/names 1 person and 1 column no longer here/)).toBeTruthy();
    await waitFor(() => expect(names()).toEqual(['Ledger 2', 'Wallet']));
    await waitFor(() => expect(screen.getAllByRole('columnheader')).toHaveLength(2));
  });
});

describe('a sheet on its way in', () => {
  it('shows what becomes of each row, joins rows of one release, and writes after that', async () => {
    const { test } = await planRelease();
    openWindow(test, '/import');
    const text = [
      ...['Release;Service;Version', '<i>Winter</i>;payments-api;4.3.0'],
      ...['<i>Winter</i>;checkout;2026.12.1', 'Spring;unheard-of;1.0.0'],
    ].join('\n');
    await userEvent.click(await screen.findByLabelText('Table'));
    await userEvent.paste(text);
    await userEvent.click(screen.getByRole('button', { name: 'Read the table' }));
    const rows = within(await screen.findByRole('grid', { name: 'Rows of the sheet' }));
    expect((await rows.findAllByText('<i>Winter</i>')).length).toBe(2);
    expect(rows.getByText('Joined')).toBeTruthy();
    expect(rows.getByText(/“unheard-of” is no service/)).toBeTruthy();
    expect(screen.getByText(/One row names a release that stands above already/)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Rows of the same release/ }));
    expect(await rows.findByText(/stands in row 2 already/)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Rows of the same release/ }));
    expect(await rows.findByText('Joined')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Import 1 release' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'One row is left out' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Import 1 release' }));
    await expect.poll(async () => (await test.call('releases.list', {})).total).toBe(2);
  });
});
