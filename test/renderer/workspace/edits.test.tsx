import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useToasts } from '../../../renderer/components/toasts/toast-store.ts';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  act(() => useToasts.setState({ toasts: [] }));
});

/** The scope of a release with one item, in which Mara works. */
async function openScope() {
  const { test, cast, release } = await planRelease();
  const given = { releaseId: release.id, title: 'Refunds', ticket: 'PAY-2' };
  const item = await test.call('scope.add', given, cast.jon.id);
  const router = openWindow(test, `/releases/${release.id}/scope`);
  const title = await screen.findByLabelText('Title of PAY-2');
  const titleNow = async () => (await test.call('scope.list', { releaseId: release.id }))[0]?.title;
  return { test, cast, release, item, title, titleNow, router };
}

async function retitle(title: HTMLElement, text: string) {
  await userEvent.clear(title);
  await userEvent.type(title, text);
  await userEvent.tab();
  await screen.findByText('Saved');
}

const messages = () => within(screen.getByRole('region', { name: 'Messages' }));

describe('undo on a screen', () => {
  it('by key takes the last change back, says what it was, and offers to do it again', async () => {
    const { title, titleNow } = await openScope();
    await retitle(title, 'Refunds by card');
    act(() => title.blur());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undid: changed the title of PAY-2')).toBeTruthy();
    expect(await titleNow()).toBe('Refunds');
    expect(await screen.findByDisplayValue('Refunds')).toBeTruthy();

    await userEvent.click(messages().getByRole('button', { name: 'Redo' }));
    expect(await screen.findByText('Redid: changed the title of PAY-2')).toBeTruthy();
    expect(await titleNow()).toBe('Refunds by card');
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await titleNow()).toBe('Refunds'));
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(async () => expect(await titleNow()).toBe('Refunds by card'));
  });

  it('from the notice of a change takes that change back, also after a later one', async () => {
    const { test, title, release, titleNow } = await openScope();
    await retitle(title, 'Refunds by card');
    await test.call('releases.update', { id: release.id, notes: 'Later' });
    await userEvent.click(messages().getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await titleNow()).toBe('Refunds'));
    expect((await test.call('releases.get', { id: release.id })).notes).toBe('Later');
    await waitFor(() => expect(messages().queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  it('is the field’s own while text is typed into it', async () => {
    const { title, titleNow } = await openScope();
    await retitle(title, 'Refunds by card');
    await userEvent.click(title);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(messages().queryByText(/^Undid/)).toBeNull();
    expect(await titleNow()).toBe('Refunds by card');
  });

  it('is everybody’s beside a list to choose from, where nothing is typed', async () => {
    const { test, release } = await openScope();
    const kind = await screen.findByLabelText('Kind of PAY-2');
    await userEvent.selectOptions(kind, 'fix');
    await screen.findByText('Saved');
    act(() => kind.focus());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undid: changed the kind of PAY-2')).toBeTruthy();
    expect((await test.call('scope.list', { releaseId: release.id }))[0]?.kind).toBe('feature');
  });

  it('refused shows both values and who, and what could be undone instead', async () => {
    const { test, cast, title, item, release } = await openScope();
    await test.call('releases.update', { id: release.id, notes: 'Before' });
    await retitle(title, 'Refunds by card');
    await test.call('scope.update', { id: item.id, title: 'By Ana' }, cast.ana.id);
    act(() => title.blur());
    await userEvent.keyboard('{Control>}z{/Control}');
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain(
      'Ana Duarte changed the title of PAY-2 since: it is now “By Ana”, and your change had left “Refunds by card”',
    );
    await userEvent.click(
      within(panel).getByRole('button', {
        name: 'Undo instead: changed the notes of Payments 4.2',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect((await test.call('releases.get', { id: release.id })).notes).toBe('');
  });

  it('of a decision says that it is withdrawn instead, and leads to the history', async () => {
    const { test, cast, release, title, router } = await openScope();
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gateId = gates.find(({ key }) => key === 'qa-sign-off')?.id ?? '';
    await retitle(title, 'Refunds by card');
    const given = { outcome: 'go', decidedById: cast.ana.id, channel: 'meeting' } as const;
    await test.call('approvals.decide', { gateId, ...given });
    act(() => title.blur());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('withdrawn, never undone');
    await act(() => router.navigate({ to: '/releases' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('stands in the palette and in the menu of the workspace by what it would do', async () => {
    const { title, titleNow } = await openScope();
    await retitle(title, 'Refunds by card');
    await userEvent.click(screen.getByRole('button', { name: 'Workspace Payments' }));
    const what = 'Undo: changed the title of PAY-2';
    await userEvent.click(await screen.findByRole('menuitem', { name: what }));
    await waitFor(async () => expect(await titleNow()).toBe('Refunds'));

    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox', { name: /^Find/ }), 'redo');
    await userEvent.click(await screen.findByRole('option', { name: /^Redo: changed the title/ }));
    await waitFor(async () => expect(await titleNow()).toBe('Refunds by card'));
  });

  it('of creating the release at hand goes back to the list', async () => {
    const { test, cast, router } = await openScope();
    const input = { name: 'Next', type: 'patch', ownerId: cast.mara.id } as const;
    const made = await test.call('releases.create', input);
    const params = { releaseId: made.id, tab: 'overview' } as const;
    await act(() => router.navigate({ to: '/releases/$releaseId/$tab', params }));
    await screen.findByRole('heading', { name: 'Next' });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undid: created Next')).toBeTruthy();
    await waitFor(() => expect(router.state.location.pathname).toBe('/releases'));
  });
});
