import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';
import { readFuses, writeStubElectron } from './stub-electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-packaging-'));
const unpacked = join(folder, 'release/linux-unpacked');
const archive = join(unpacked, 'resources/app.asar');

/** In processes of their own: building inside a test run would build the test flavour of React. */
function runScript(code: string): void {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    env,
    stdio: 'pipe',
  });
}

beforeAll(async () => {
  await writeStubElectron(folder);
  const electronDist = join(folder, 'dist');
  const output = join(folder, 'release');
  runScript("import { build } from './scripts/build.ts'; await build();");
  runScript(
    `import { packageApp } from './scripts/package.ts';
     await packageApp(${JSON.stringify({ dir: true, electronDist, output })});`,
  );
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = () => listPackage(archive, { isPack: false }).map((path) => path.slice(1));

describe.runIf(process.platform === 'linux')('the packaged application', () => {
  it('holds the three bundles of the window, the page and what they read', () => {
    const found = files();
    expect(found).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/desktop/main.js',
        'dist/desktop/core.js',
        'dist/desktop/preload.cjs',
        'dist/renderer/index.html',
        'dist/resources/migrations',
      ]),
    );
    expect(new Set(found.map((path) => path.split('/').slice(0, 2).join('/')))).toEqual(
      new Set([
        'dist',
        'dist/desktop',
        'dist/renderer',
        'dist/resources',
        'node_modules',
        'node_modules/better-sqlite3',
        'package.json',
      ]),
    );
  });

  it('takes of better-sqlite3 its JavaScript and the binary of this platform', () => {
    const database = files().filter((path) =>
      /better-sqlite3\/.*\.(node|c|h|cpp|hpp|gyp)$/.test(path),
    );
    expect(database).toEqual([
      `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
    ]);
  });

  it('lays the binary beside the archive, where the operating system can load it', () => {
    const binary = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
    const outside = readFileSync(join(`${archive}.unpacked`, binary));
    expect(outside.equals(readFileSync(join(root, binary)))).toBe(true);
  });

  it('starts at the main process and says that its files are ES modules', () => {
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(manifest).toMatchObject({ main: 'dist/desktop/main.js', type: 'module' });
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  it('switches the fuses as the security list asks', () => {
    const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyAsar, snapshot, fileProtocol] =
      readFuses(readFileSync(join(unpacked, 'slipway')));
    expect({ cookies, integrity, onlyAsar }).toEqual({
      cookies: '1',
      integrity: '1',
      onlyAsar: '1',
    });
    expect({ runAsNode, nodeOptions, inspect, snapshot, fileProtocol }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      snapshot: '0',
      fileProtocol: '0',
    });
  });
});
