import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { paymentsCommit } from '../../support/build-workspace.ts';
import { planRelease } from './release.ts';
import { openWindow } from './window.tsx';

afterEach(cleanup);

describe('the history of a release', () => {
  it('tells who did what, from what to what, one entry for each command', async () => {
    const { test, cast, release } = await planRelease();
    const [component] = release.components;
    if (component === undefined) throw new Error('The release has a component.');
    test.advance(60_000);
    await test.call('releases.update', {
      id: release.id,
      changeNumber: 'CHG0012345',
      components: [{ id: component.id, serviceId: cast.payments.id, version: '4.2.1' }],
    });
    openWindow(test, `/releases/${release.id}/history`);

    const changed = (await screen.findByText('changed the release')).closest('li');
    if (changed === null) throw new Error('An entry is an item of the list.');
    const entry = within(changed);
    expect(entry.getByText('Mara Okafor')).toBeTruthy();
    expect(entry.getByText('CHG0012345')).toBeTruthy();
    expect(entry.getByText('Component · payments-api')).toBeTruthy();
    expect(entry.getByText('4.2.0').closest('del')).toBeTruthy();
    expect(entry.getByText('4.2.1').closest('ins')).toBeTruthy();
    expect(screen.getByText('created the release')).toBeTruthy();
  });

  it('has words for what fills the demo workspace', () => {
    expect(commandInWords('workspace.openDemo')).toBe('set up the demo');
  });

  it('tells a commit by its first digits, and all of it on hover', async () => {
    const { test, cast, release } = await planRelease();
    const [component] = release.components;
    test.advance(60_000);
    await test.call('releases.update', {
      id: release.id,
      components: [
        {
          id: component?.id,
          serviceId: cast.payments.id,
          version: '4.2.0',
          commit: paymentsCommit,
        },
      ],
    });
    openWindow(test, `/releases/${release.id}/history`);
    const shown = await screen.findByText('9f2c1abde4c0');
    expect(shown.title).toBe(paymentsCommit);
    expect(document.body.textContent).not.toContain(paymentsCommit);
  });

  it('names new things in words rather than by their keys', async () => {
    const { test, cast, release } = await planRelease();
    test.advance(60_000);
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gate = gates.find(({ key }) => key === 'qa-sign-off');
    if (gate === undefined) throw new Error('A minor release has a QA gate.');
    await test.call('approvals.decide', {
      gateId: gate.id,
      outcome: 'no-go',
      decidedById: cast.ana.id,
      channel: 'meeting',
      comment: 'Two tests fail.',
    });
    openWindow(test, `/releases/${release.id}/history`);

    expect(
      await screen.findByText(`${gate.name}: no-go by Ana Duarte, “Two tests fail.”`),
    ).toBeTruthy();
  });

  it('is narrowed by the address, and says so where nothing fits', async () => {
    const { test, cast, release } = await planRelease();
    test.advance(60_000);
    await test.call('releases.update', { id: release.id, notes: 'By Ana' }, cast.ana.id);
    const router = openWindow(test, `/releases/${release.id}/history?by=${cast.ana.id}`);
    expect(await screen.findByText('changed the release')).toBeTruthy();
    expect(screen.queryByText('created the release')).toBeNull();
    expect(await screen.findByDisplayValue('Ana Duarte')).toBeTruthy();

    await userEvent.selectOptions(screen.getByLabelText('Kind of thing'), 'Gates');
    expect(await screen.findByText('No change of this release fits the filters.')).toBeTruthy();
    expect(router.state.location.search).toEqual({ by: cast.ana.id, kind: 'gates' });
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(await screen.findByText('created the release')).toBeTruthy();
    expect(router.state.location.search).toEqual({});
    await userEvent.selectOptions(screen.getByLabelText('Field'), 'notes');
    await waitFor(() => expect(router.state.location.search).toEqual({ field: 'notes' }));
  });

  it('puts a value back with one press, which is a change like any other', async () => {
    const { test, cast, release } = await planRelease();
    const [component] = release.components;
    test.advance(60_000);
    await test.call('releases.update', {
      id: release.id,
      components: [{ id: component?.id, serviceId: cast.payments.id, version: '4.2.1' }],
    });
    openWindow(test, `/releases/${release.id}/history`);
    const restore = 'Restore the version of Component · payments-api: 4.2.0';
    await userEvent.click(await screen.findByRole('button', { name: restore }));
    expect(await screen.findByText('Restored the version')).toBeTruthy();
    const versionNow = async () =>
      (await test.call('releases.get', { id: release.id })).components[0]?.version;
    expect(await versionNow()).toBe('4.2.0');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await versionNow()).toBe('4.2.1'));
  });

  it('says beside the line why a value cannot be put back', async () => {
    const { test, cast, release } = await planRelease();
    const item = await test.call('scope.add', { releaseId: release.id, title: 'Refunds' });
    await test.call('scope.update', { id: item.id, title: 'Refunds by card' });
    await test.call('scope.remove', { id: item.id }, cast.ana.id);
    openWindow(test, `/releases/${release.id}/history`);
    const restore = /^Restore the title of .*: Refunds$/;
    await userEvent.click(await screen.findByRole('button', { name: restore }));
    expect((await screen.findByRole('alert')).textContent).toContain('There is no scope item');
  });

  it('offers nothing to put back in a release that ended', async () => {
    const { test, release } = await planRelease();
    await test.call('releases.update', { id: release.id, notes: 'Two days' });
    await test.call('releases.cancel', { id: release.id, reason: 'No longer needed' });
    openWindow(test, `/releases/${release.id}/history`);
    expect(await screen.findByText('changed the release')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull();
  });
});

describe('two moments of a release', () => {
  it('stand side by side: what differs first, everything when asked for', async () => {
    const { test, cast, release } = await planRelease();
    const [component] = release.components;
    test.advance(60_000);
    await test.call('risks.add', {
      releaseId: release.id,
      title: 'Queues fill up',
      likelihood: 3,
      impact: 4,
    });
    await test.call('releases.update', {
      id: release.id,
      components: [{ id: component?.id, serviceId: cast.payments.id, version: '4.2.1' }],
    });
    const router = openWindow(test, `/releases/${release.id}/history`);
    await screen.findByText('changed the release');
    const compare = screen.getByRole('button', { name: 'Compare two moments' });
    await waitFor(() => expect(compare).toHaveProperty('disabled', false));
    await userEvent.click(compare);

    const table = await screen.findByRole('table');
    expect(within(table).getByRole('status').textContent).toBe('2 differences');
    const version = within(table).getByRole('row', { name: /^payments-api · version changed/ });
    expect(
      within(version)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['4.2.0', '4.2.1']);
    const risk = within(table).getByRole('row', { name: /^Queues fill up added/ });
    expect(within(risk).getByText('not there')).toBeTruthy();
    expect(within(table).queryByText('Owner')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    expect(await within(table).findByText('Owner')).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Back to the history' }));
    expect(await screen.findByText('created the release')).toBeTruthy();
    expect(router.state.location.search).toEqual({});
  });

  it('can be two entries, or the one a decision was given at', async () => {
    const { test, cast, release } = await planRelease();
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gate = gates.find(({ key }) => key === 'qa-sign-off');
    if (gate === undefined) throw new Error('A minor release has a QA gate.');
    const given = { outcome: 'go', decidedById: cast.ana.id, channel: 'meeting' } as const;
    test.advance(60_000);
    await test.call('approvals.decide', { gateId: gate.id, ...given });
    test.advance(60_000);
    await test.call('releases.update', { id: release.id, notes: 'First' });
    test.advance(60_000);
    await test.call('releases.update', { id: release.id, notes: 'Second' });
    openWindow(test, `/releases/${release.id}/history`);
    const marks = await screen.findAllByRole('button', { name: /^Compare the moment after Mara/ });
    const [second, first] = marks;
    if (first === undefined || second === undefined) throw new Error('Each change can be marked.');
    await userEvent.click(second);
    await userEvent.click(first);
    await userEvent.click(await screen.findByRole('button', { name: 'Compare the two moments' }));
    const table = await screen.findByRole('table');
    const notes = within(table).getByRole('row', { name: /^Notes changed/ });
    expect(
      within(notes)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['First', 'Second']);

    const decided = await screen.findAllByRole('option', {
      name: `Go at ${gate.name} by Ana Duarte, Tue 24 Nov 09:21`,
    });
    const [option] = decided;
    if (option === undefined) throw new Error('A decision is a moment.');
    await userEvent.selectOptions(screen.getByLabelText('From'), option);
    expect(await within(table).findByText('empty')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('To'), option.textContent ?? '');
    expect(await screen.findByText('Nothing differs between the two moments.')).toBeTruthy();
  });
});
