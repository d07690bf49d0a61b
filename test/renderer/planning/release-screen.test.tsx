import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

afterEach(cleanup);

describe('the page of a release', () => {
  it('says in the core’s words why a release cannot be shown', async () => {
    const { test } = await planRelease();
    const unknown = '0190a0a0-0000-7000-8000-000000000099';
    const refusal = await test.refused('releases.get', { id: unknown });
    openWindow(test, `/releases/${unknown}/gates`);
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The release could not be shown');
    expect(panel.textContent).toContain(refusal.message);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'All releases' }));
    expect(await screen.findByRole('heading', { name: 'Releases' })).toBeTruthy();
  });

  it('says on the overview why nothing is told of the gates', async () => {
    const { test, release } = await planRelease();
    openWindow(hostWithout(test, 'gates.list'), `/releases/${release.id}/overview`);
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('The gates could not be read');
  });

  it('shows the artefact of a component by the first digits of its digest', async () => {
    const { test, cast, release } = await planRelease();
    const [component] = release.components;
    const digest = '7d1f'.repeat(16);
    const artefact = `registry.example.com/payments@sha256:${digest}`;
    await test.call('releases.update', {
      id: release.id,
      components: [{ id: component?.id, serviceId: cast.payments.id, version: '4.2.0', artefact }],
    });
    openWindow(test, `/releases/${release.id}/overview`);
    expect((await screen.findByText('7d1f7d1f7d1f')).title).toBe(digest);
    expect(screen.getByTitle(artefact).textContent).not.toContain(digest);
  });

  it('says that there is no change number rather than showing one as an example', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    const field = await screen.findByLabelText('Change number');
    expect(field).toHaveProperty('value', '');
    expect(field).toHaveProperty('placeholder', 'None yet');
  });

  it('counts on its tabs what is there, and opens each at an address of its own', async () => {
    const { test, release } = await planRelease();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds' });
    openWindow(test, `/releases/${release.id}/overview`);
    const scope = await screen.findByRole('link', { name: /^Scope\s*1$/ });
    expect(scope.getAttribute('href')).toBe(`#/releases/${release.id}/scope`);
    expect(screen.getByRole('link', { name: /^Gates\s*0 of 6$/ })).toBeTruthy();
  });

  it('keeps a rollback’s duration as typed until it is whole minutes', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/rollback`);
    const takes = await screen.findByLabelText(/^Takes/);
    await userEvent.type(takes, 'an hour{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('found “an hour”');
    expect(takes).toHaveProperty('value', 'an hour');
    await userEvent.clear(takes);
    await userEvent.type(takes, '45{Enter}');
    await expect
      .poll(() => test.call('rollback.get', { releaseId: release.id }))
      .toMatchObject({ durationMinutes: 45 });
  });

  it('assigns a role to somebody, and to anybody again', async () => {
    const { test, cast, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    const role = await screen.findByLabelText('QA lead');
    await userEvent.selectOptions(role, cast.jon.id);
    const assigned = async () =>
      (await test.call('releases.get', { id: release.id })).roles.find(
        ({ roleKey }) => roleKey === 'qa-lead',
      )?.personId;
    await expect.poll(assigned).toBe(cast.jon.id);
    await userEvent.selectOptions(role, '');
    await expect.poll(assigned).toBeNull();
  });
});
