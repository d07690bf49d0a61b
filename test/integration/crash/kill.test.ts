import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import { openStore } from '#core/database/store.ts';
import { build } from '../../../scripts/build.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { temporaryFolder } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import { storeOptions } from '../../support/test-store.ts';

/** `npm run test:nightly` kills a thousand times. */
const kills = process.env['SLIPWAY_NIGHTLY'] === '1' ? 1_000 : 30;
/** How many changes are acknowledged before each kill; the next ones are on their way when it comes. */
const acknowledgedBefore = (kill: number) => 1 + ((kill * 7_919) % 13);

const hostScript = join(import.meta.dirname, '../../../dist/browser/host.js');

describe('The real host, killed while people edit', () => {
  beforeAll(() => build(), 300_000);

  it(
    `loses no acknowledged change in ${kills} kills, and the journal verifies after each`,
    async () => {
      const test = startTestApp();
      const cast = await buildWorkspace(test);
      const release = await aRelease(test, cast);
      const items = await test.call('checklists.list', { releaseId: release.id });
      const path = join(test.folder, 'Payments.slipway');
      await test.call('workspace.close', {});
      const edits: Edits = {
        path,
        releaseId: release.id,
        actingAs: cast.mara.id,
        items,
        home: temporaryFolder(),
      };
      const acknowledged: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        acknowledged.push(...(await editUntilKilled(edits, kill)));
        expectAll(path, acknowledged);
      }
      expect(acknowledged.length).toBeGreaterThan(kills);
    },
    30 * 60_000,
  );
});

type Edits = {
  path: string;
  releaseId: string;
  actingAs: string;
  items: { id: string }[];
  home: string;
};

/** Edits over HTTP as the page does, and kills the host with requests under way. Gives what was acknowledged. */
async function editUntilKilled(edits: Edits, kill: number): Promise<string[]> {
  const { path, home } = edits;
  const child = spawn(process.execPath, [hostScript, '--workspace', path, '--no-open'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
  });
  const closed = once(child, 'close');
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { url }: { url: string } = JSON.parse(line);
    const change = changer(new URL(url), edits);
    for (let turn = 0; acknowledged.length < acknowledgedBefore(kill); turn += 1) {
      acknowledged.push(await change(`Change ${kill}-${turn}`));
    }
    const underWay = [1, 2, 3].map((extra) =>
      change(`Change ${kill}-extra-${extra}`).then(
        (title) => acknowledged.push(title),
        () => undefined,
      ),
    );
    // Spread over the time a write takes: some die before, some within, some after it.
    for (let spin = 0; spin < (kill % 10) * 2; spin += 1) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await Promise.all(underWay);
  }
  await closed;
  return acknowledged;
}

function changer(url: URL, { releaseId, actingAs, items }: Edits) {
  const call = async (name: string, input: unknown) => {
    const response = await fetch(new URL(`/api/call/${name}`, url.origin), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${url.hash.slice('#token='.length)}`,
        'content-type': 'application/json',
        'slipway-as': actingAs,
      },
      body: JSON.stringify(input),
    });
    const answer: { ok: boolean } = await response.json();
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  let turn = 0;
  return async (title: string) => {
    turn += 1;
    await call('checklists.setItem', {
      id: items[turn % items.length]?.id,
      state: turn % 2 === 0 ? 'done' : 'open',
      evidence: 'seen',
    });
    await call('scope.add', { releaseId, title });
    return title;
  };
}

function expectAll(path: string, acknowledged: readonly string[]): void {
  const store = openStore(storeOptions({ path, mode: 'write' }));
  const rows = store.orm.select({ title: scopeItem.title }).from(scopeItem).all();
  const titles = new Set(rows.map((row) => row.title));
  const lost = acknowledged.filter((title) => !titles.has(title));
  const { ok, findings } = verifyJournal(store.raw);
  store.close();
  expect({ lost, findings, ok }).toEqual({ lost: [], findings: [], ok: true });
}
