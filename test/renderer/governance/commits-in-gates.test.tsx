import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startGithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { planRelease } from '../planning/release.ts';
import type { Planned } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

const before = '5a4ef29d869e0a1b2c3d4e5f60718293a4b5c6d7';
const now = '7b5bcc857dbe1a2b3c4d5e6f708192a3b4c5d6e7';

async function planWith(commit: string | null): Promise<Planned> {
  const planned = await planRelease();
  await buildFrom(planned, commit);
  return planned;
}

function buildFrom({ test, cast, release }: Planned, commit: string | null) {
  const [component] = release.components;
  return test.call('releases.update', {
    id: release.id,
    components: [{ id: component?.id, serviceId: cast.payments.id, version: '4.2.0', commit }],
  });
}

/** Ana says go at the first of her gates that binds the components; its card after they changed. */
async function decisionAfter(planned: Planned, change: () => Promise<unknown>) {
  const { test, cast, release } = planned;
  const gates = await test.call('gates.list', { releaseId: release.id });
  const gate = gates.find(
    ({ facts, seats }) =>
      facts.includes('components') &&
      seats.some(({ personIds }) => personIds.includes(cast.ana.id)),
  );
  if (gate === undefined) throw new Error('A minor release has such a gate.');
  await test.call('approvals.decide', {
    gateId: gate.id,
    outcome: 'go',
    decidedById: cast.ana.id,
    channel: 'meeting',
  });
  await change();
  openWindow(test, `/releases/${release.id}/gates?sel=${gate.id}`);
  return within(await screen.findByRole('article', { name: /Ana Duarte/ }));
}

describe('commits on the gates of a release', () => {
  it('are told apart by their first digits where facts changed, and whole on hover', async () => {
    const planned = await planWith(before);
    const card = await decisionAfter(planned, () => buildFrom(planned, now));
    const removed = card.getByText('5a4ef29d869e');
    expect(removed.closest('del')).toBeTruthy();
    expect(removed.title).toBe(before);
    expect(card.getByText('7b5bcc857dbe').title).toBe(now);
    expect(document.body.textContent).not.toContain(before);
    expect(document.body.textContent).not.toContain(now);
  });

  it('are told where there was none before', async () => {
    const planned = await planWith(null);
    const card = await decisionAfter(planned, () => buildFrom(planned, now));
    expect(card.getByText('payments-api commit')).toBeTruthy();
    expect(card.getByText('7b5bcc857dbe').closest('ins')).toBeTruthy();
  });

  it('stand by their first digits in a sentence that names several', async () => {
    const twins = [`9f2c1ab0${'1'.repeat(32)}`, `9f2c1ab1${'2'.repeat(32)}`];
    const runs = twins.map((head_sha, n) => aRun({ id: 700 + n, head_sha }));
    const github = await startGithubServer({ runs });
    onTestFinished(() => github.close());
    const planned = await planWith('9f2c1ab');
    const { test, cast, release } = planned;
    const { id } = await test.call('connections.save', {
      name: 'shop',
      baseUrl: github.baseUrl,
      repository: 'acme/shop',
      workflows: [
        { workflow: '.github/workflows/build.yml', serviceId: cast.payments.id, required: true },
      ],
    });
    await test.call('connections.sync', { id });
    openWindow(test, `/releases/${release.id}/gates`);
    await userEvent.click(await screen.findByRole('button', { name: 'Pipeline green' }));
    const inspector = await screen.findByRole('complementary', { name: 'Pipeline green' });
    expect(inspector.textContent).toContain('fits 2 commits: 9f2c1ab01111, 9f2c1ab12222');
    expect(within(inspector).getByText('9f2c1ab01111').title).toBe(twins[0]);
    expect(document.body.textContent).not.toContain(twins[0]);
  });
});
