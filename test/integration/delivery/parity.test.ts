import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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
