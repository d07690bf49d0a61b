import { randomBytes, randomUUID } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '#core/app.ts';
import { endpointPath } from '#core/endpoint.ts';
import { contract, isProcedure } from '#shared/contract/index.ts';
import { devicePlatform } from '../../../electron/host/device/platform.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { call, start, startHost, temporaryFolder } from './start-host.ts';

const kindOf = (name: string) => (isProcedure(name) ? contract[name].kind : null);
const log = { info: () => undefined, error: () => undefined };
const refusal = z.object({
  error: z.object({ code: z.string(), fields: z.record(z.string(), z.string()) }),
});

/** The command line over the real application, with settings and workspaces in one folder. */
function commandLine(cwd = realpathSync(temporaryFolder())) {
  const platform = () =>
    devicePlatform({
      host: 'cli',
      folders: { config: join(cwd, 'config'), documents: cwd },
      machine: { os: process.platform, home: cwd, env: {}, superuser: false },
      clock: () => start,
      randomBytes,
      newId: randomUUID,
      log,
    });
  const stdin = { text: '' };
  async function run(...argv: string[]) {
    const printed = { out: '', err: '' };
    const status = await runCli([...argv, '--workspace', 'a.slipway'], {
      cwd,
      zone: 'Europe/London',
      readStdin: async () => stdin.text,
      out: (text) => (printed.out += text),
      err: (text) => (printed.err += text),
      pretty: false,
      signal: new AbortController().signal,
      kindOf,
      describeContract: () => [],
      openApp: async () => {
        const its = platform();
        const app = createApp({ platform: its, clock: () => start, randomBytes, log });
        return { app, secrets: its.secrets };
      },
    });
    return { status, ...printed };
  }
  return { run, cwd, stdin, path: join(cwd, 'a.slipway') };
}

const ada = '{"name":"Ada Byron","roles":["release-manager"]}';

/** A browser host over the real application that has made and holds `a.slipway`. */
async function heldWorkspace() {
  const line = commandLine();
  const host = await startHost({ createApp, isQuery: (name) => kindOf(name) === 'query' });
  const input = { path: line.path, name: 'Payments', zone: 'Europe/London' };
  const made = await call(host, 'workspace.create', JSON.stringify(input));
  expect(made.status).toBe(200);
  await host.settled();
  return { ...line, host };
}

describe('the real application behind the browser host', () => {
  it('answers a call, and a wrong one with the fields that are wrong', async () => {
    const { host } = await heldWorkspace();
    const saved = await call(host, 'people.save', ada);
    expect(JSON.parse(saved.text)).toMatchObject({ ok: true, value: { name: 'Ada Byron' } });
    const wrong = await call(host, 'people.save', '{"name":7,"surplus":true}');
    expect(wrong.status).toBe(400);
    const { error } = refusal.parse(JSON.parse(wrong.text));
    expect([error.code, Object.keys(error.fields)]).toEqual(['invalid_input', ['name', '']]);
  });

  it('takes no change with a wrong token, from a wrong host or from a wrong origin', async () => {
    const { host } = await heldWorkspace();
    const wrong: [number, Record<string, string>][] = [
      [401, { authorization: `Bearer ${'A'.repeat(22)}` }],
      [403, { host: `evil.example:${host.port}` }],
      [403, { origin: 'https://evil.example' }],
    ];
    for (const [status, headers] of wrong) {
      const answer = await call(host, 'people.save', ada, headers);
      expect(answer.status).toBe(status);
      expect(answer.text).toMatch(/open the (address|one) that the program printed/i);
      expect(answer.text).not.toContain(host.token);
    }
    const listed = await call(host, 'people.list');
    expect(JSON.parse(listed.text)).toMatchObject({ ok: true, value: { people: [] } });
  });

  it('leaves one plain file when the host closes', async () => {
    const { host, cwd } = await heldWorkspace();
    await host.close();
    expect(readdirSync(cwd)).toEqual(['a.slipway']);
  });
});

describe('the command line over the real application', () => {
  it('works on a file of its own: make, write, read, verify', async () => {
    const { run, cwd } = commandLine();
    expect(await run('call', 'people.save', ada, '--create')).toMatchObject({ status: 0, err: '' });
    expect((await run('call', 'people.list')).out).toContain('"Ada Byron"');
    const verified = await run('verify');
    expect([verified.status, JSON.parse(verified.out)]).toMatchObject([0, { ok: true }]);
    expect(readdirSync(cwd).sort()).toEqual(['a.slipway', 'config']);
  });

  it('hands a command to the host that holds the file, and reads the result itself', async () => {
    const { run } = await heldWorkspace();
    expect(await run('call', 'people.save', ada)).toMatchObject({ status: 0 });
    const grace = '{"name":"Grace Hopper","roles":["operations"]}';
    expect(await run('call', 'people.save', grace, '--as', 'Ada Byron')).toMatchObject({
      status: 0,
    });
    expect((await run('call', 'people.list')).out).toContain('"Grace Hopper"');
  });

  it('is told that the file is in use where there is no way to hand a command over', async () => {
    const { run, path } = await heldWorkspace();
    rmSync(endpointPath(path));
    const refused = await run('call', 'people.save', ada);
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.err)).toMatchObject({ code: 'unavailable' });
    expect((await run('call', 'people.list')).status).toBe(0);
  });

  it('leaves the endpoint of the holder alone after reading', async () => {
    const { run, path } = await heldWorkspace();
    await run('call', 'people.list');
    expect(existsSync(endpointPath(path))).toBe(true);
  });
});

describe('a token given to the command line', () => {
  const canary = 'ghp_CANARY0123456789abcdef';

  it('is kept for the next run in the encrypted file, and is in no file in clear', async () => {
    const { run, cwd, stdin } = commandLine();
    writeFileSync(join(cwd, 'pass'), 'correct horse battery\n');
    await run('call', 'people.save', ada, '--create');
    stdin.text = `${canary}\n`;
    const connection = { name: 'CI', baseUrl: 'http://127.0.0.1:9', repository: 'a/b' };
    const options = ['--as', 'Ada Byron', '--passphrase-file', 'pass'];
    const input = JSON.stringify(connection);
    const saved = await run('call', 'connections.save', input, '--secret-stdin', ...options);
    expect([saved.status, saved.err]).toEqual([0, '']);
    expect(saved.out).not.toContain(canary);
    const later = await run('call', 'connections.list', ...options);
    expect(JSON.parse(later.out)).toMatchObject([{ name: 'CI', hasToken: true }]);

    const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files).toContain(join(cwd, 'config', 'secrets.json'));
    const forms = [canary, encodeURIComponent(canary), btoa(canary).slice(0, -4)];
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const form of forms) expect(bytes.includes(form), file).toBe(false);
    }
  });
});

describe('slipway gate and slipway report', () => {
  async function withRelease() {
    const line = commandLine();
    await line.run('call', 'people.save', ada, '--create');
    const person = z.object({ people: z.array(z.object({ id: z.string() })) });
    const { people } = person.parse(JSON.parse((await line.run('call', 'people.list')).out));
    const service = await line.run(
      'call',
      'services.save',
      '{"name":"payments-api"}',
      '--as',
      'Ada Byron',
    );
    const { id: serviceId } = z.object({ id: z.string() }).parse(JSON.parse(service.out));
    const release = {
      name: 'Payments 4.2',
      type: 'minor',
      ownerId: people[0]?.id,
      components: [{ serviceId, version: '4.2.0' }],
    };
    const made = await line.run(
      'call',
      'releases.create',
      JSON.stringify(release),
      '--as',
      'Ada Byron',
    );
    expect(made.err).toBe('');
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(made.out));
    const change = JSON.stringify({ id, changeNumber: 'CHG-77' });
    await line.run('call', 'releases.update', change, '--as', 'Ada Byron');
    return line;
  }

  it('answers a pipeline in one line, with 1 while a gate is open and 0 once it is passed', async () => {
    const { run, cwd, path } = await withRelease();
    const before = readFileSync(path);
    const trace = readFileSync(join(cwd, 'config', 'settings.json'), 'utf8');
    for (const release of ['R-1', '1', 'payments 4.2', 'chg-77']) {
      const line = await run('gate', '--release', release, '--gate', 'peer-review');
      expect([line.status, line.out], release).toEqual([1, '']);
      expect(line.err).toMatch(/^Peer review of R-1 Payments 4\.2 is not passed, it waits: .*\n$/);
    }
    const all = await run('gate', 'R-1');
    expect(all.status).toBe(1);
    expect(all.err).toMatch(/^\d+ of \d+ gates of R-1 Payments 4\.2 are open: .* others\n$/);
    const line = await run('gate', 'R-1', '--gate', 'Peer review', '--json');
    expect(JSON.parse(line.out)).toMatchObject({
      passed: false,
      gates: [{ key: 'peer-review', needs: [expect.any(String)] }],
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readFileSync(join(cwd, 'config', 'settings.json'), 'utf8')).toBe(trace);
    const { gates } = z
      .object({ gates: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse(line.out));
    const go = { gateId: gates[0]?.id, outcome: 'go', channel: 'self' };
    const bo = '{"name":"Bo Lee","roles":["development-lead"]}';
    await run('call', 'people.save', bo, '--as', 'Ada Byron');
    const decided = await run('call', 'approvals.decide', JSON.stringify(go), '--as', 'Bo Lee');
    expect(decided.err).toBe('');
    const passed = await run('gate', 'R-1', '--gate', 'peer-review');
    expect([passed.status, passed.err]).toEqual([0, '']);
    expect(passed.out).toMatch(/^Peer review of R-1 Payments 4\.2 is passed: /);
  });

  it('names in one line what there is when the release or the gate is unknown', async () => {
    const { run, path } = await withRelease();
    expect(await run('gate', 'R-9')).toMatchObject({
      status: 1,
      err: expect.stringMatching(
        /^There is no release “R-9”\. The newest are: R-1 Payments 4\.2\..*\n$/,
      ),
    });
    const gate = await run('gate', 'R-1', '--gate', 'none');
    expect([gate.status, gate.out]).toEqual([1, '']);
    expect(gate.err).toMatch(/^There is no gate “none” .*peer-review \(Peer review\).*\n$/);
    rmSync(path);
    const missing = await run('gate', 'R-1');
    expect([missing.status, missing.out]).toEqual([3, '']);
    expect(missing.err).toMatch(/^There is no file .*\n$/);
  });

  it('answers while an application has the file open', async () => {
    const { run } = await heldWorkspace();
    const line = await run('gate', 'R-1');
    expect(line).toMatchObject({ status: 1, err: expect.stringContaining('has no release') });
  });

  it('writes the release as a file, the same bytes for the same time', async () => {
    const { run, cwd } = await withRelease();
    const at = ['--at', '2026-11-26T10:00:00Z'];
    expect(await run('report', 'R-1', '--out', 'one.html', ...at)).toMatchObject({ status: 0 });
    expect(await run('report', 'R-1', '--out', 'two.html', ...at)).toMatchObject({ status: 0 });
    const one = readFileSync(join(cwd, 'one.html'), 'utf8');
    expect(one).toContain('Payments 4.2');
    expect(readFileSync(join(cwd, 'two.html'), 'utf8')).toBe(one);
    expect((await run('report', 'R-1', '--out', '-', ...at)).out).toBe(one);
    const wrong = await run('report', 'R-1', '--out', 'none/one.html', ...at);
    expect(JSON.parse(wrong.err)).toMatchObject({ code: 'unavailable' });
  });
});
