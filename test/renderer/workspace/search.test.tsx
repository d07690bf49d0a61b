import { join } from 'node:path';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

async function openPalette() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id: releaseId } = await aRelease(test, cast);
  const scope = { releaseId, title: 'Refund in <b>parts</b>', ticket: 'PAY-914' };
  await test.call('scope.add', scope, cast.jon.id);
  const risk = { releaseId, title: 'Cold cache', likelihood: 2, impact: 3 };
  const { id: riskId } = await test.call(
    'risks.add',
    { ...risk, mitigation: 'Refund by hand' },
    cast.jon.id,
  );
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const router = openWindow(test, '/releases');
  await screen.findByRole('navigation', { name: 'Main' });
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Find or do anything' });
  const type = (text: string) => userEvent.type(field, text);
  const at = () => router.state.location.href;
  return { test, cast, releaseId, riskId, field, type, at };
}

describe('the palette', () => {
  it('shows what is found in groups, with the words marked, as text', async () => {
    const { type } = await openPalette();
    await type('refun');
    const scope = await screen.findByRole('group', { name: 'Scope' });
    const [line] = within(scope).getAllByRole('option');
    expect(line?.textContent).toContain('PAY-914 Refund in <b>parts</b>');
    expect(line?.textContent).toContain('Payments 4.2');
    expect(Array.from(line?.querySelectorAll('mark') ?? [], (mark) => mark.textContent)).toEqual([
      'Refund',
    ]);
    const risks = screen.getByRole('group', { name: 'Risks' });
    expect(within(risks).getByText('Refund', { selector: 'mark' })).toBeTruthy();
  });

  it('opens a hit at its place, by keyboard', async () => {
    const { type, at, releaseId, riskId } = await openPalette();
    await type('cold');
    await screen.findByRole('option', { name: /Cold cache/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(at()).toBe(`/releases/${releaseId}/risks?sel=${riskId}`));
    expect(screen.queryByRole('combobox', { name: 'Find or do anything' })).toBeNull();
  });

  it('opens a person in the settings', async () => {
    const { type } = await openPalette();
    await type('tomas');
    await userEvent.click(await screen.findByRole('option', { name: /Tomás Rey/ }));
    expect(await screen.findByRole('complementary', { name: /Tomás Rey/ })).toBeTruthy();
  });

  it('runs a command that begins as what is typed before anything found', async () => {
    const { test, cast, type, at } = await openPalette();
    await aRelease(test, cast, { name: 'Calendar 2.0', components: [] });
    await type('calendar');
    await screen.findByRole('option', { name: /Calendar 2\.0/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(at()).toBe('/calendar'));
  });

  it('offers commands and the next releases while nothing is typed', async () => {
    await openPalette();
    const next = await screen.findByRole('group', { name: 'Next releases' });
    expect(within(next).getByRole('option', { name: /Payments 4\.2/ })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Go to' })).toBeTruthy();
  });

  it('says that nothing is called so', async () => {
    const { type } = await openPalette();
    await type('zzebra');
    expect(await screen.findByText(/^Nothing is called that/)).toBeTruthy();
  });

  it('says why it cannot search, and still runs commands', async () => {
    const { test, type } = await openPalette();
    const file = new Database(join(test.folder, 'Payments.slipway'));
    file.exec("DELETE FROM meta WHERE key = 'search_version'");
    file.close();
    await type('peop');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing can be searched');
    expect(screen.getByRole('option', { name: 'People' })).toBeTruthy();
  });
});
