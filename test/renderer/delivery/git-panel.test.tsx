import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { gitProgram, startRepository } from '../../support/git.ts';
import { planRelease } from '../planning/release.ts';
import { hostWithout, openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

async function openPanel(without?: string) {
  const planned = await planRelease();
  const { test, release, cast } = planned;
  const repository = startRepository(test.folder);
  repository.commit('chore: begin');
  repository.tag('v4.1.0');
  repository.commit('feat: PAY-1 open the till');
  repository.commit('fix: count the fee once');
  await test.call('git.remember', { serviceId: cast.payments.id, path: repository.path });
  openWindow(
    without === undefined ? test : hostWithout(test, without),
    `/releases/${release.id}/scope`,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'From Git…' }));
  const panel = within(await screen.findByRole('form', { name: 'Add from Git' }));
  return { ...planned, repository, panel };
}

describe.skipIf(gitProgram === null)('adding to the scope from Git', () => {
  it('begins with the repository the device remembers, and adds what is left chosen', async () => {
    const { test, release, panel } = await openPanel();
    await userEvent.click(await panel.findByLabelText('Add PAY-1'));
    await userEvent.click(panel.getByRole('button', { name: 'Add 1 item' }));
    expect(await screen.findByText('1 item and 1 change added from Git')).toBeTruthy();
    const scope = await test.call('scope.list', { releaseId: release.id });
    expect(scope.map(({ title }) => title)).toEqual(['Count the fee once']);
    expect(screen.queryByRole('form', { name: 'Add from Git' })).toBeNull();
  });

  it('chooses all or none at once, and cannot add nothing', async () => {
    const { panel } = await openPanel();
    await userEvent.click(await panel.findByRole('button', { name: 'Choose none' }));
    expect(panel.getByRole('button', { name: 'Add items' })).toHaveProperty('disabled', true);
    await userEvent.click(panel.getByRole('button', { name: 'Choose all' }));
    expect(panel.getByRole('button', { name: 'Add 2 items' })).toHaveProperty('disabled', false);
  });

  it('tells in the notes of what is chosen alone', async () => {
    const { panel } = await openPanel();
    await userEvent.click(await panel.findByLabelText('Add PAY-1'));
    await userEvent.click(panel.getByText('Release notes'));
    const notes = panel.getByLabelText('Draft of the release notes').textContent;
    expect(notes).toContain('- Count the fee once (');
    expect(notes).not.toContain('till');
  });

  it('says why the repository could not be read, and keeps the rows when adding is refused', async () => {
    const { panel } = await openPanel('git.take');
    await userEvent.click(await panel.findByRole('button', { name: 'Add 2 items' }));
    expect((await panel.findByRole('alert')).textContent).not.toBe('');
    expect(panel.getByLabelText('Add PAY-1')).toHaveProperty('checked', true);
    const path = panel.getByLabelText('Repository');
    await userEvent.clear(path);
    await userEvent.type(path, '/nowhere{Enter}');
    expect(await panel.findByText(/There is no folder \/nowhere/)).toBeTruthy();
    expect(panel.queryByLabelText('Add PAY-1')).toBeNull();
  });
});
