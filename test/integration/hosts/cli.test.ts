import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEndpoint, writeEndpoint } from '#core/endpoint.ts';
import { memorySecrets } from '#core/secrets/memory.ts';
import type { CliWorld } from '../../../electron/cli/session.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { startHost, temporaryFolder } from './start-host.ts';
import { stubApp } from './stub-app.ts';

type CommandLine = { status: number; out: string; err: string };

/** A command line over a stub application, in a folder of its own with a file `a.slipway`. */
function commandLine(stdin = '') {
  const cwd = realpathSync(temporaryFolder());
  const path = join(cwd, 'a.slipway');
  writeFileSync(path, '');
  const app = stubApp();
  let started = 0;

  async function run(...argv: string[]): Promise<CommandLine> {
    const printed = { out: '', err: '' };
    const world: CliWorld = {
      cwd,
      zone: 'Europe/London',
      readStdin: async () => stdin,
      out: (text) => (printed.out += text),
      err: (text) => (printed.err += text),
      pretty: false,
      signal: new AbortController().signal,
      kindOf: (name) => (name === 'no.such' ? null : name.endsWith('.list') ? 'query' : 'command'),
      describeContract: () => [{ name: 'releases.list' }],
      openApp: async () => {
        started += 1;
        return { app, secrets: memorySecrets() };
      },
    };
    const status = await runCli(argv, world);
    return { status, ...printed };
  }

  return { run, cwd, path, app, started: () => started };
}

const wrongUsage = (line: CommandLine) => {
  expect([line.status, line.out]).toEqual([2, '']);
  expect(line.err).toContain('slipway call PROCEDURE');
};

describe('slipway call', () => {
  it('opens the workspace, prints the value as one line of JSON and closes', async () => {
    const { run, app, path } = commandLine();
    const line = await run('call', 'services.list', '{"a":1}', '--workspace', 'a.slipway');
    expect(line).toEqual({
      status: 0,
      out: '{"name":"services.list","input":{"a":1},"actingAs":null}\n',
      err: '',
    });
    expect(app.calls[0]).toMatchObject({ name: 'workspace.open', input: { path } });
    expect(app.closed).toBe(true);
  });

  it('takes its input from a file, from standard input, or leaves it empty', async () => {
    const { run, cwd } = commandLine('{"from":"stdin"}');
    writeFileSync(join(cwd, 'input.json'), '\uFEFF{"from":"file"}');
    expect((await run('call', 'services.list', '@input.json')).out).toContain('{"from":"file"}');
    expect((await run('call', 'services.list', '-')).out).toContain('{"from":"stdin"}');
    expect((await run('call', 'services.list')).out).toContain('"input":{}');
  });

  it('passes the acting person on', async () => {
    const { run } = commandLine();
    expect((await run('call', 'services.list', '--as', 'Ada')).out).toContain('"actingAs":"Ada"');
  });

  it('understands file names in an input from where it was typed', async () => {
    const { run, cwd, app } = commandLine();
    await run('call', 'pipelines.importFile', '{"file":{"path":"runs.json"},"connectionId":"c"}');
    await run('call', 'workspace.backup', '{"path":"copy.slipway"}');
    expect(app.calls.map(({ input }) => input)).toEqual([
      { file: { path: join(cwd, 'runs.json') }, connectionId: 'c' },
      { path: join(cwd, 'copy.slipway') },
    ]);
  });

  it.each([
    ['{"a":', 'invalid_input', 'the argument'],
    ['@none.json', 'not_found', 'none.json'],
    ['-', 'invalid_input', 'standard input'],
  ])('refuses the input %s before anything is opened', async (input, code, named) => {
    const { run, started } = commandLine('{');
    const line = await run('call', 'services.list', input, '--workspace', 'a.slipway');
    expect([line.status, line.out, started()]).toEqual([1, '', 0]);
    expect(JSON.parse(line.err)).toMatchObject({ code });
    expect(line.err).toContain(named);
  });

  it('makes no workspace for a procedure that does not exist', async () => {
    const { run, app } = commandLine();
    const line = await run('call', 'no.such', '--workspace', 'new.slipway', '--create');
    expect(line.status).toBe(1);
    expect(JSON.parse(line.err)).toMatchObject({ code: 'not_found' });
    expect(app.calls.map(({ name }) => name)).toEqual(['no.such']);
  });

  it('makes the workspace it is asked to make, and opens one that exists', async () => {
    const { run, app, cwd } = commandLine();
    await run('call', 'services.list', '--workspace', 'new.slipway', '--create');
    await run('call', 'services.list', '--workspace', 'new.slipway', '--demo');
    await run('call', 'services.list', '--demo');
    await run('call', 'services.list', '--workspace', 'a.slipway', '--create');
    const opening = app.calls.filter(({ name }) => name.startsWith('workspace.'));
    const path = join(cwd, 'new.slipway');
    expect(opening.map(({ name, input }) => [name, input])).toEqual([
      ['workspace.create', { path, name: 'new', zone: 'Europe/London' }],
      ['workspace.openDemo', { path }],
      ['workspace.openDemo', {}],
      ['workspace.open', { path: join(cwd, 'a.slipway') }],
    ]);
  });
});

describe('slipway call --secret-stdin', () => {
  const save = ['call', 'connections.save', '{"name":"CI"}', '--secret-stdin'];

  it('puts the secret into the token, and says when it will be forgotten', async () => {
    const { run, app } = commandLine('ghp_secret\n');
    const line = await run(...save);
    expect(app.calls[0]?.input).toEqual({ name: 'CI', token: 'ghp_secret' });
    expect(line.err).toContain('--passphrase-file');
  });

  it('puts a passphrase where it belongs', async () => {
    const { run, app } = commandLine('correct horse\n');
    await run('call', 'device.unlockSecrets', '--secret-stdin');
    expect(app.calls[0]?.input).toEqual({ passphrase: 'correct horse' });
  });

  it('refuses an empty secret and an input it cannot be put into', async () => {
    const empty = await commandLine('\n').run(...save);
    expect(JSON.parse(empty.err)).toMatchObject({ code: 'invalid_input' });
    const list = await commandLine('x').run('call', 'connections.save', '[]', '--secret-stdin');
    expect(JSON.parse(list.err)).toMatchObject({ code: 'invalid_input' });
  });

  it('does not share standard input with the input', async () => {
    wrongUsage(await commandLine().run('call', 'connections.save', '-', '--secret-stdin'));
    wrongUsage(await commandLine().run('verify', '--workspace', 'a.slipway', '--secret-stdin'));
  });
});

describe('while an application holds the workspace', () => {
  async function held() {
    const line = commandLine();
    const host = await startHost();
    await host.app.call('workspace.open', { path: line.path });
    await host.settled();
    return { ...line, host };
  }

  it('a command goes to it, with the acting person, and nothing is opened here', async () => {
    const { run, host, started } = await held();
    const line = await run(
      'call',
      'services.save',
      '{"a":1}',
      '--as',
      'Zoë',
      '--workspace',
      'a.slipway',
    );
    expect(line.status).toBe(0);
    expect(JSON.parse(line.out)).toEqual({
      name: 'services.save',
      input: { a: 1 },
      actingAs: 'Zoë',
    });
    expect(started()).toBe(0);
    expect(host.app.calls.at(-1)?.name).toBe('services.save');
  });

  it('its refusal is printed as any other', async () => {
    const { run, started } = await held();
    const line = await run('call', 'services.refuse', '--workspace', 'a.slipway');
    expect([line.status, line.out, started()]).toEqual([1, '', 0]);
    expect(JSON.parse(line.err)).toEqual({ code: 'forbidden', message: 'Ask somebody else.' });
  });

  it('a query reads the file here', async () => {
    const { run, host, app } = await held();
    const before = host.app.calls.length;
    await run('call', 'services.list', '--workspace', 'a.slipway');
    expect(host.app.calls).toHaveLength(before);
    expect(app.calls.map(({ name }) => name)).toEqual(['workspace.open', 'services.list']);
  });

  it('an endpoint that was left behind is passed over', async () => {
    const { run, path, host, app } = await held();
    const endpoint = readEndpoint(path);
    await host.close();
    if (!endpoint) throw new Error('There was no endpoint to leave behind.');
    // The process lives, its port is closed.
    writeEndpoint(path, endpoint);
    expect((await run('call', 'services.save', '--workspace', 'a.slipway')).status).toBe(0);
    expect(app.calls.map(({ name }) => name)).toEqual(['workspace.open', 'services.save']);
  });

  it('a token for a workspace it has left is passed over', async () => {
    const { run, path, host, app } = await held();
    const endpoint = readEndpoint(path);
    await host.app.call('workspace.close', {});
    await host.settled();
    if (!endpoint) throw new Error('There was no endpoint to leave behind.');
    writeEndpoint(path, endpoint);
    await run('call', 'services.save', '--workspace', 'a.slipway');
    expect(host.app.calls.map(({ name }) => name)).not.toContain('services.save');
    expect(app.calls.map(({ name }) => name)).toContain('services.save');
  });
});

describe('wrong usage', () => {
  it.each([
    [],
    ['frobnicate'],
    ['call'],
    ['call', 'a.b', '{}', 'extra'],
    ['call', 'a.b', '--no-such-option'],
    ['call', 'a.b', '--create'],
    ['call', 'a.b', '--create', '--demo', '--workspace', 'x'],
    ['call', 'a.b', '--out', 'x'],
    ['call', 'a.b', '--workspace'],
    ['verify'],
    ['verify', 'x', '--workspace', 'a.slipway'],
    ['gate', '--workspace', 'a.slipway'],
    ['gate', 'R-1'],
    ['gate', 'R-1', '--release', 'R-1', '--workspace', 'a.slipway'],
    ['verify', '--json', '--workspace', 'a.slipway'],
    ['report', 'R-1', '--gate', 'x', '--workspace', 'a.slipway'],
    ['procedures', 'x'],
  ])('%j shows the help on standard error and ends with 2', async (...argv) => {
    wrongUsage(await commandLine().run(...argv));
  });

  it('help that was asked for goes to standard output', async () => {
    const line = await commandLine().run('--help');
    expect([line.status, line.err]).toEqual([0, '']);
    expect(line.out).toContain('slipway gate');
  });

  it('procedures need no workspace', async () => {
    const { run, started } = commandLine();
    expect((await run('procedures')).out).toBe('[{"name":"releases.list"}]\n');
    expect(started()).toBe(0);
  });
});

describe('shared options', () => {
  it('a passphrase file is read before the call, and a host without one says so', async () => {
    const { run, cwd, app } = commandLine();
    writeFileSync(join(cwd, 'pass'), 'correct horse\nnot this\n');
    const line = await run('call', 'services.list', '--passphrase-file', 'pass');
    expect(JSON.parse(line.err)).toMatchObject({ code: 'precondition_failed' });
    expect(app.closed).toBe(true);
    expect(readFileSync(join(cwd, 'pass'), 'utf8')).toContain('correct horse');
  });
});
