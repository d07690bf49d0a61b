import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from './start-host.ts';

const launcher = join(import.meta.dirname, '../../../electron/cli/slipway.mjs');

function launch(nodeOptions: string[], ...argv: string[]) {
  const env = { ...process.env, XDG_CONFIG_HOME: temporaryFolder() };
  return spawnSync(process.execPath, [...nodeOptions, launcher, ...argv], {
    env,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
}

/** Runs before the launcher, as if it were started by another Node. */
function asNode(version: string): string[] {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

describe('the launcher', () => {
  it('can be run as a program', () => {
    accessSync(launcher, constants.X_OK);
  });

  it.each(['18.20.8', '20.20.2', '22.18.0'])('tells Node %s what to do', (version) => {
    const { status, stdout, stderr } = launch(asNode(version), 'procedures');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `Slipway needs Node 22.19 or newer and found ${version}. Run it as "npx slipway", which brings its own Node, or install a newer one.\n`,
    );
  });

  it('prints the contract with its JSON schemas', () => {
    const { status, stdout } = launch([], 'procedures');
    expect(status).toBe(0);
    const described = z.array(z.looseObject({ name: z.string(), input: z.looseObject({}) }));
    const releases = described
      .parse(JSON.parse(stdout))
      .find(({ name }) => name === 'releases.list');
    expect(releases).toMatchObject({ kind: 'query', input: { type: 'object' } });
  });

  it('gives "serve" to the browser host', () => {
    const { status, stdout, stderr } = launch([], 'serve', '--port', 'many');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Expected a port from 0 to 65535 after --port and found "many".');
  });
});
