import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { buildWorkspace, policyByType } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const mine = policyByType.replace('name: By type', 'name: Mine');
const theirs = policyByType.replace('name: By type', 'name: Theirs');
const shared = policyByType.replace('name: By type', 'name: Shared');
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** Mara at the list of policies. */
async function openList() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const draft = async () => {
    const versions = await test.call('policies.list', {});
    return versions.find(({ state }) => state === 'draft');
  };
  const begin = async (name: string | RegExp) => {
    await userEvent.click(await button(name));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Text of the policy' }), {
      target: { value: mine },
    });
  };
  return { test, cast, draft, begin };
}

describe('two who draft the policy', () => {
  it('do not write over each other when both began from the same version', async () => {
    const { test, cast, draft, begin } = await openList();
    openWindow(test, '/settings/policy');
    await begin('Start from the policy Startup');
    await test.call('policies.saveDraft', { text: theirs }, cast.ana.id);
    await userEvent.click(await button('Save as draft'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('There is a draft already, “Theirs”');
    expect((await draft())?.name).toBe('Theirs');
    await userEvent.click(within(alert).getByRole('button', { name: 'Save mine' }));
    await screen.findByText(/^Draft saved/);
    expect((await draft())?.name).toBe('Mine');
  });

  it('are told when the draft was saved since the typing began, and may keep theirs', async () => {
    const { test, cast, draft, begin } = await openList();
    await test.call('policies.saveDraft', { text: shared }, cast.ana.id);
    openWindow(test, '/settings/policy');
    await begin(/^Shared/);
    await test.call('policies.saveDraft', { text: theirs }, cast.ana.id);
    await userEvent.click(await button('Save as draft'));
    await userEvent.click(await button('Keep theirs'));
    expect(await screen.findByDisplayValue(/name: Theirs/)).toBeTruthy();
    expect((await draft())?.name).toBe('Theirs');
  });
});
