import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import type { Planned } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** Picks from the menu of a row. */
async function choose(name: string, action: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

/** The titles as they stand on the screen, from top to bottom. */
const titles = () =>
  screen.getAllByLabelText<HTMLInputElement>(/^Title of/).map((input) => input.value);

async function withItems({ test, release }: Planned, ...names: string[]) {
  const items = names.map((title, index) => ({ title, ticket: `PAY-${index + 1}` }));
  const added = await test.call('scope.paste', { releaseId: release.id, items });
  openWindow(test, `/releases/${release.id}/scope`);
  await screen.findByLabelText('Title of PAY-1');
  return added;
}

const savedTitles = async ({ test, release }: Planned) =>
  (await test.call('scope.list', { releaseId: release.id })).map(({ title }) => title);

describe('the scope of a release', () => {
  it('that cannot be read says why, rather than that nothing is in it', async () => {
    const { test, release } = await planRelease();
    openWindow(hostWithout(test, 'scope.list'), `/releases/${release.id}/scope`);
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The scope could not be read');
    expect(screen.queryByText('0 items')).toBeNull();
  });

  it('adds an item on Enter and waits for the next one', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/scope`);
    const ticket = await screen.findByLabelText('Ticket');
    await userEvent.type(ticket, 'PAY-914');
    await userEvent.type(screen.getByLabelText('Title'), 'Store card aliases{Enter}');

    expect(await screen.findByDisplayValue('Store card aliases')).toBeTruthy();
    expect(screen.getByLabelText('Title')).toHaveProperty('value', '');
    const [item] = await test.call('scope.list', { releaseId: release.id });
    expect(item).toMatchObject({ ticket: 'PAY-914', title: 'Store card aliases', kind: 'feature' });
  });

  it('says beside the field why an item was refused, and keeps it', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/scope`);
    await userEvent.type(await screen.findByLabelText('Ticket'), 'PAY-1{Enter}');

    expect((await screen.findByRole('alert')).textContent).toContain('is empty');
    expect(screen.getByLabelText('Ticket')).toHaveProperty('value', 'PAY-1');
  });

  it('saves a title when it is left, and gives it back on Esc', async () => {
    const { test, release } = await planRelease();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds', ticket: 'PAY-2' });
    openWindow(test, `/releases/${release.id}/scope`);
    const title = await screen.findByLabelText('Title of PAY-2');
    await userEvent.type(title, ' in part{Escape}');
    expect(title).toHaveProperty('value', 'Refunds');

    await userEvent.type(title, ' in part');
    await userEvent.tab();
    expect(await screen.findByText('Saved')).toBeTruthy();
    const [item] = await test.call('scope.list', { releaseId: release.id });
    expect(item?.title).toBe('Refunds in part');
  });

  it('shows both values when somebody else changed the field meanwhile', async () => {
    const { test, release } = await planRelease();
    const item = await test.call('scope.add', { releaseId: release.id, title: 'Refunds' });
    openWindow(test, `/releases/${release.id}/scope`);
    const title = await screen.findByLabelText('Title of Refunds');
    await userEvent.type(title, ' by card');
    await test.call('scope.update', { id: item.id, title: 'Refunds, all of them' });
    await userEvent.tab();

    const alert = await screen.findByRole('alert');
    expect(await within(alert).findByText('Refunds, all of them')).toBeTruthy();
    expect(within(alert).getByText('Refunds by card')).toBeTruthy();
    await userEvent.click(within(alert).getByRole('button', { name: 'Save mine' }));
    await expect
      .poll(() => test.call('scope.list', { releaseId: release.id }))
      .toMatchObject([{ title: 'Refunds by card' }]);
  });

  it('asks before it takes an item out, and says what that sets off', async () => {
    const { test, release } = await planRelease();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds', ticket: 'PAY-2' });
    openWindow(test, `/releases/${release.id}/scope`);
    await choose('PAY-2', 'Remove, entered in error…');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('become stale');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take out of the scope' }));
    await expect.poll(() => test.call('scope.list', { releaseId: release.id })).toEqual([]);
  });
});

describe('an item of the scope', () => {
  it('takes priority, status, owner and idea date where it stands', async () => {
    const planned = await planRelease();
    await withItems(planned, 'Refunds');
    const pick = (label: string, option: string) =>
      userEvent.selectOptions(screen.getByLabelText(label), option);
    await pick('Priority of PAY-1', 'Must');
    await pick('Status of PAY-1', 'In progress');
    await pick('Owner of PAY-1', 'Jon Bell');
    const idea = screen.getByLabelText('Idea date of PAY-1');
    fireEvent.change(idea, { target: { value: '2026-10-05' } });
    fireEvent.blur(idea);
    const expected = {
      priority: 'must',
      status: 'in-progress',
      ownerId: planned.cast.jon.id,
      ideaAt: '2026-10-05',
    };
    await expect
      .poll(() => planned.test.call('scope.list', { releaseId: planned.release.id }))
      .toMatchObject([expected]);
  });

  it('is dropped with a reason, stays below with it, and is taken up again', async () => {
    const planned = await planRelease();
    await withItems(planned, 'Refunds', 'Aliases');
    await choose('PAY-1', 'Drop with a reason…');
    const form = await screen.findByRole('form', { name: 'Drop from the scope' });
    expect(form.textContent).toContain('Decisions that bind the scope become stale');
    await userEvent.click(within(form).getByRole('button', { name: 'Drop from the scope' }));
    expect((await within(form).findByRole('alert')).textContent).toContain('Type a few words');
    await userEvent.type(within(form).getByLabelText('Why is PAY-1 dropped?'), 'No budget');
    await userEvent.click(within(form).getByRole('button', { name: 'Drop from the scope' }));

    const dropped = await screen.findByRole('list', { name: 'Dropped items' });
    expect(dropped.textContent).toContain('Refunds');
    expect(dropped.textContent).toContain('No budget');
    expect(titles()).toEqual(['Aliases']);
    await userEvent.click(within(dropped).getByRole('button', { name: 'Take up again: PAY-1' }));
    await expect.poll(titles).toEqual(['Refunds', 'Aliases']);
  });

  it('moves to another open release, which is chosen by name', async () => {
    const planned = await planRelease();
    const { test, release } = planned;
    const { ownerId } = release;
    const next = await test.call('releases.create', { name: 'Later', type: 'minor', ownerId });
    await withItems(planned, 'Refunds', 'Aliases');
    await choose('PAY-1', 'Move to another release…');
    const form = await screen.findByRole('form', { name: 'Move PAY-1 to another release' });
    await userEvent.click(within(form).getByRole('button', { name: 'Move to this release' }));
    expect((await within(form).findByRole('alert')).textContent).toContain('Choose the release');
    const select = within(form).getByLabelText('To the release');
    await within(form).findByRole('option', { name: /^Later/ });
    expect(within(form).queryByRole('option', { name: /Payments 4\.2/ })).toBeNull();
    await userEvent.selectOptions(select, within(form).getByRole('option', { name: /^Later/ }));
    await userEvent.click(within(form).getByRole('button', { name: 'Move to this release' }));
    await expect.poll(() => savedTitles({ ...planned, release: next })).toEqual(['Refunds']);
    await expect.poll(titles).toEqual(['Aliases']);
  });

  it('says that there is nowhere to move to, while no other release is open', async () => {
    const planned = await planRelease();
    await withItems(planned, 'Refunds');
    await choose('PAY-1', 'Move to another release…');
    expect(await screen.findByText(/There is no other open release/)).toBeTruthy();
  });
});

describe('the order of the scope', () => {
  it('follows Alt and an arrow, keeps the focus, and is told to screen readers', async () => {
    const planned = await planRelease();
    await withItems(planned, 'A', 'B', 'C');
    const title = screen.getByLabelText('Title of PAY-1');
    await userEvent.click(title);
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(titles()).toEqual(['B', 'C', 'A']);
    expect(screen.getByText('PAY-1 is now 3 of 3')).toBeTruthy();
    expect(document.activeElement).toBe(title);
    await expect.poll(() => savedTitles(planned)).toEqual(['B', 'C', 'A']);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => savedTitles(planned)).toEqual(['B', 'A', 'C']);
    expect(titles()).toEqual(['B', 'A', 'C']);
  });

  it('is changed from the menu too, but not beyond its ends', async () => {
    const planned = await planRelease();
    await withItems(planned, 'A', 'B');
    await userEvent.click(screen.getByRole('button', { name: 'Actions for PAY-1' }));
    const up = await screen.findByRole('menuitem', { name: /^Move up/ });
    expect(up.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(screen.getByRole('menuitem', { name: /^Move down/ }));
    await expect.poll(() => savedTitles(planned)).toEqual(['B', 'A']);
  });
});

describe('a pasted list', () => {
  async function openPanel(planned: Planned): Promise<HTMLElement> {
    openWindow(planned.test, `/releases/${planned.release.id}/scope`);
    await userEvent.click(await screen.findByRole('button', { name: 'Paste a list' }));
    return screen.findByRole('form', { name: 'Paste a list' });
  }

  it('shows each line as it would be added, or why it cannot be, before anything is written', async () => {
    const planned = await planRelease();
    const panel = await openPanel(planned);
    await userEvent.click(within(panel).getByLabelText('List'));
    await userEvent.paste('PAY-1 Refunds\nPAY-2\n- [x] PAY-3 Aliases\nPAY-3 Again');
    expect(await within(panel).findByText(/4 lines read, 1 cannot be taken/)).toBeTruthy();
    const lines = within(panel).getByRole('list', { name: 'Lines of the list' });
    expect(lines.textContent).toContain('There is no title. Write one behind the ticket.');
    expect(lines.textContent).toContain('PAY-3 stands in line 3 already.');
    const ticks = within(lines).getAllByRole<HTMLInputElement>('checkbox');
    expect(ticks.map(({ checked }) => checked)).toEqual([true, true, false]);
    expect(await savedTitles(planned)).toEqual([]);

    await userEvent.click(within(lines).getByRole('checkbox', { name: 'Add PAY-1' }));
    await userEvent.click(within(panel).getByRole('button', { name: 'Add 1 item' }));
    await expect.poll(() => savedTitles(planned)).toEqual(['Aliases']);
    expect(await screen.findByLabelText('Title of PAY-3')).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'Paste a list' })).toBeNull();
  });

  it('comes up by itself when several lines are pasted where one item is typed', async () => {
    const planned = await planRelease();
    openWindow(planned.test, `/releases/${planned.release.id}/scope`);
    await userEvent.click(await screen.findByLabelText('Title'));
    await userEvent.paste('PAY-1 Refunds\nPAY-2 Aliases');
    const panel = await screen.findByRole('form', { name: 'Paste a list' });
    await userEvent.click(await within(panel).findByRole('button', { name: 'Add 2 items' }));
    await expect.poll(() => savedTitles(planned)).toEqual(['Refunds', 'Aliases']);
  });

  it('is not lost when people go elsewhere, until it is given up', async () => {
    const planned = await planRelease();
    const panel = await openPanel(planned);
    await userEvent.type(within(panel).getByLabelText('List'), 'PAY-1 Refunds');
    cleanup();
    openWindow(planned.test, `/releases/${planned.release.id}/scope`);
    const again = await screen.findByRole('form', { name: 'Paste a list' });
    expect(within(again).getByLabelText('List')).toHaveProperty('value', 'PAY-1 Refunds');
    await userEvent.click(within(again).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('form', { name: 'Add to the scope' })).toBeTruthy();
  });
});

describe('what changed of the scope since an approval', () => {
  it('stands out in its row, with who approved and when', async () => {
    const { test, cast, release } = await planRelease();
    const refunds = { releaseId: release.id, title: 'Refunds', ticket: 'PAY-1' };
    const kept = await test.call('scope.add', refunds);
    const gone = await test.call('scope.add', { releaseId: release.id, title: 'Given up' });
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
    await test.call('approvals.decide', { gateId, outcome: 'go' }, cast.jon.id);
    openWindow(test, `/releases/${release.id}/scope`);
    expect(await screen.findByText('As it was approved:')).toBeTruthy();

    await test.call('scope.update', { id: kept.id, kind: 'fix' });
    await test.call('scope.remove', { id: gone.id });
    await test.call('scope.add', { releaseId: release.id, title: 'New', ticket: 'PAY-2' });
    expect(await screen.findByText('1 changed, 1 added, 1 gone since')).toBeTruthy();
    expect(screen.getByText(/Jon Bell, go, Peer review, Tue 24 Nov 09:20/)).toBeTruthy();
    const chips = screen.getAllByTitle(/since the approval/).map(({ title }) => title);
    expect(chips).toEqual([
      'Changed since the approval: feature, PAY-1 → fix, PAY-1',
      'Added since the approval: feature, PAY-2',
    ]);
    const list = screen.getByRole('list', { name: 'Moved or removed since the approval' });
    expect(list.textContent).toContain('Given up');
  });
});

describe('the scope of a release that is closed', () => {
  it('can be read, and offers nothing to change it', async () => {
    const { test, release } = await planRelease();
    const releaseId = release.id;
    await test.call('scope.add', { releaseId, title: 'Refunds', note: 'As agreed' });
    const { id } = await test.call('scope.add', { releaseId, title: 'Aliases' });
    await test.call('scope.drop', { id, reason: 'Late' });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed any more' });
    openWindow(test, `/releases/${release.id}/scope`);
    expect(await screen.findByText(/is closed: its scope stays as it was/)).toBeTruthy();
    const items = await screen.findByRole('list', { name: 'Scope items' });
    expect(items.textContent).toContain('Refunds');
    expect(items.textContent).toContain('As agreed');
    expect(within(items).queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('list', { name: 'Dropped items' }).textContent).toContain('Late');
    for (const name of [/Paste a list/, /^Actions for/, /^Take up again/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});
