import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronRuntime } from '../../../scripts/start/electron-runtime.ts';

/** An installer that does what Electron's does at its end, without fetching anything. */
const installs = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  mkdirSync(__dirname + '/dist', { recursive: true });
  writeFileSync(__dirname + '/dist/electron', '');
  writeFileSync(__dirname + '/path.txt', 'electron');
`;
const fails = `require('node:fs').appendFileSync(__dirname + '/attempts', 'x'); process.exit(1);`;

function makePlace(installer: string, mayFetch = true) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-runtime-'));
  const electron = join(folder, 'electron');
  mkdirSync(electron);
  writeFileSync(join(electron, 'package.json'), JSON.stringify({ version: '45.0.0' }));
  writeFileSync(join(electron, 'install.js'), installer);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  return { said, place: { electron, memory: join(folder, 'memory'), mayFetch, say } };
}

describe('the Electron runtime', () => {
  it('is fetched where it is missing, and found at once after that', async () => {
    const { place, said } = makePlace(installs);
    const executable = join(place.electron, 'dist/electron');
    expect(await electronRuntime(place)).toEqual({ executable });
    expect(await electronRuntime(place)).toEqual({ executable });
    expect(said).toHaveLength(1);
  });

  it('is asked for only once when it cannot be fetched', async () => {
    const { place, said } = makePlace(fails);
    expect(await electronRuntime(place)).toMatchObject({ executable: null });
    const second = await electronRuntime(place);
    expect(second).toMatchObject({
      executable: null,
      because: expect.stringContaining('install-electron'),
    });
    expect(said).toHaveLength(1);
  });

  it('is asked for again when Electron has another version', async () => {
    const { place, said } = makePlace(fails);
    await electronRuntime(place);
    writeFileSync(join(place.electron, 'package.json'), JSON.stringify({ version: '46.0.0' }));
    await electronRuntime(place);
    expect(said).toHaveLength(2);
  });

  it('is never fetched on a build server', async () => {
    const { place } = makePlace(fails, false);
    expect(await electronRuntime(place)).toMatchObject({ executable: null });
    expect(existsSync(join(place.electron, 'attempts'))).toBe(false);
  });

  it('is not taken for whole while its installer has not written where it is', async () => {
    const { place } = makePlace(fails, false);
    mkdirSync(join(place.electron, 'dist'));
    writeFileSync(join(place.electron, 'dist/electron'), '');
    expect(await electronRuntime(place)).toMatchObject({ executable: null });
  });
});
