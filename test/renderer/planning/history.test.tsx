import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { commandInWords } from '../../../renderer/features/planning/releases/history-words.ts';
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
});
