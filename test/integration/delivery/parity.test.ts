import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const text = (content: string, name: string) => ({ file: { text: content, name } });

describe('parity', () => {
  it('is told without a workspace, from files and formats that differ, and without any value', async () => {
    const test = startTestApp();
    const path = join(test.folder, 'staging.env');
    writeFileSync(path, '\uFEFFLOG_LEVEL=debug\nDB_PASSWORD=canary-one\nREGION=eu\nPORT=8080\n');
    const manifest = [
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata:',
      '  LOG_LEVEL: canary-two\n  REGION: eu\n  PORT: "8080"',
      '---\napiVersion: v1\nkind: Secret\nmetadata: {name: app}\ndata:',
      `  DB_PASSWORD: ${btoa('canary-three')}\n  API_KEY: ${btoa('canary-four')}`,
    ].join('\n');
    const found = await test.call('parity.compare', {
      left: { file: { path } },
      right: text(manifest, 'production.yaml'),
    });
    expect(found).toEqual({
      left: { name: 'staging.env', format: 'env', settings: 4, notes: [] },
      right: { name: 'production.yaml', format: 'kubernetes', settings: 5, notes: [] },
      counts: { 'only-left': 0, 'only-right': 1, different: 2, same: 2 },
      rows: [
        { key: 'API_KEY', state: 'only-right', secret: true, leftLine: null, rightLine: 14 },
        { key: 'DB_PASSWORD', state: 'different', secret: true, leftLine: 2, rightLine: 13 },
        { key: 'LOG_LEVEL', state: 'different', secret: false, leftLine: 1, rightLine: 5 },
        { key: 'PORT', state: 'same', secret: false, leftLine: 4, rightLine: 7 },
        { key: 'REGION', state: 'same', secret: false, leftLine: 3, rightLine: 6 },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it('names the side whose file cannot be compared, and repeats nothing of it', async () => {
    const test = startTestApp();
    mkdirSync(join(test.folder, 'a folder'));
    const good = text('A=1', '.env');
    const bad = [
      text('A: "canary', 'v.yaml'),
      text(`A=${'canary'.repeat(100_000)}`, '.env'),
      { file: { base64: gzipSync('A=canary').toString('base64'), name: 'v.gz' } },
      { ...text('canary', 'v.yaml'), format: 'kubernetes' as const },
    ];
    for (const right of bad) {
      const refused = await test.refused('parity.compare', { left: good, right });
      expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual([
        'invalid_input',
        ['right'],
      ]);
      expect(JSON.stringify(refused)).not.toContain('canary');
    }
    for (const path of ['gone.env', 'a folder']) {
      const left = { file: { path: join(test.folder, path) } };
      const refused = await test.refused('parity.compare', { left, right: good });
      expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(['not_found', ['left']]);
    }
    expect(test.errors).toEqual([]);
  });
});

describe('a comparison that is kept', () => {
  const staging = 'LOG_LEVEL=debug\nDB_PASSWORD=canary-one\nREGION=canary-same\nONLY=canary-two';
  const live = 'LOG_LEVEL=info\nDB_PASSWORD=canary-three\nREGION=canary-same';

  async function start() {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await test.call('workspace.actAs', { personId: cast.mara.id });
    const pair = { leftEnvironmentId: cast.staging.id, rightEnvironmentId: cast.production.id };
    const keep = (left: string, right: string, serviceId?: string) =>
      test.call('parity.keep', {
        ...{ ...pair, serviceId },
        ...{ left: text(left, 'staging.env'), right: text(right, 'production.env') },
      });
    return { test, cast, pair, keep };
  }

  it('says in a sentence what was compared when, and what nobody accepted', async () => {
    const { test, cast, keep } = await start();
    const kept = await keep(staging, live);
    expect(kept).toMatchObject({
      ...{ left: 'staging-eu', right: 'prod-eu', service: null, comparedById: cast.mara.id },
      counts: { 'only-left': 1, 'only-right': 0, different: 2, same: 1 },
      ...{ accepted: 0, open: 3 },
      leftFile: { name: 'staging.env', format: 'env', settings: 4, notes: [] },
    });
    expect(kept.said).toMatch(
      /^Settings in staging-eu and prod-eu on .* London: 1 setting the same, 3 differ, 0 accepted with a reason, 3 open\.$/,
    );
    expect(await test.call('parity.list', {})).toMatchObject([{ id: kept.id, said: kept.said }]);
  });

  it('keeps no value, of no setting, in the file or in an answer', async () => {
    const { test, keep } = await start();
    const kept = await keep(staging, live);
    await test.call('workspace.close', {});
    const file = readFileSync(join(test.folder, 'Payments.slipway'));
    expect(file.includes('DB_PASSWORD')).toBe(true);
    expect(file.includes('canary')).toBe(false);
    expect(JSON.stringify(kept)).not.toContain('canary');
  });

  it('takes what was accepted along until a value changes', async () => {
    const { test, cast, keep } = await start();
    const first = await keep(staging, live);
    const reason = 'Staging is to be looked into <b>';
    const accepted = await test.call('parity.accept', {
      ...{ id: first.id, keys: ['LOG_LEVEL', 'ONLY'], reason, ownerId: cast.tomas.id },
    });
    expect(accepted).toMatchObject({ accepted: 2, open: 1 });
    const acceptanceOf = (found: typeof accepted, key: string) =>
      found.rows.find((row) => row.key === key)?.acceptance;
    test.advance(86_400_000);
    const again = await keep(staging, live);
    expect(again).toMatchObject({ accepted: 2, open: 1 });
    expect(acceptanceOf(again, 'LOG_LEVEL')).toMatchObject({
      ...{ reason, ownerId: cast.tomas.id, acceptedById: cast.mara.id, lapsed: false },
    });
    const changed = await keep(staging.replace('debug', 'trace'), live);
    expect(changed).toMatchObject({ accepted: 1, open: 2 });
    expect(acceptanceOf(changed, 'LOG_LEVEL')?.lapsed).toBe(true);
    // Of one service it is another pair, of which nothing was accepted.
    expect(await keep(staging, live, cast.payments.id)).toMatchObject({ accepted: 0 });

    await test.call('parity.accept', {
      ...{ id: changed.id, keys: ['LOG_LEVEL'], reason: 'Anew', ownerId: cast.jon.id },
    });
    const { id = '' } =
      acceptanceOf(await test.call('parity.get', { id: changed.id }), 'LOG_LEVEL') ?? {};
    await test.call('parity.unaccept', { id });
    const back = await test.call('parity.get', { id: changed.id });
    expect(acceptanceOf(back, 'LOG_LEVEL')).toBeNull();
    await test.call('edits.undo', {});
    expect(await test.call('parity.get', { id: changed.id })).toMatchObject({ accepted: 2 });
    await test.call('parity.remove', { id: changed.id });
    expect((await test.refused('parity.get', { id: changed.id })).code).toBe('not_found');
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('refuses one environment twice, strangers, and accepting what does not differ', async () => {
    const { test, cast, pair, keep } = await start();
    const sides = { left: text(staging, 'a.env'), right: text(live, 'b.env') };
    const same = { ...pair, rightEnvironmentId: pair.leftEnvironmentId, ...sides };
    expect((await test.refused('parity.keep', same)).fields).toHaveProperty('rightEnvironmentId');
    const strange = { ...pair, leftEnvironmentId: cast.mara.id, ...sides };
    expect((await test.refused('parity.keep', strange)).code).toBe('not_found');
    const many = Array.from({ length: 1100 }, (_, at) => `K${at}=1`).join('\n');
    const odd = { ...pair, ...sides, right: text(many, 'b.env') };
    expect((await test.refused('parity.keep', odd)).message).toContain('not two of the same');
    const { id } = await keep(staging, live);
    for (const keys of [['REGION'], ['LOG_LEVEL', 'GONE']]) {
      const asked = { id, keys, reason: 'x', ownerId: cast.jon.id };
      expect((await test.refused('parity.accept', asked)).fields).toHaveProperty('keys');
    }
    const blank = { id, keys: ['ONLY'], reason: ' ', ownerId: cast.jon.id };
    expect((await test.refused('parity.accept', blank)).fields).toHaveProperty('reason');
    expect(await test.call('parity.get', { id })).toMatchObject({ accepted: 0 });
  });
});
