import { randomBytes, randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hostHelp, parseHostArguments, type HostArguments } from './arguments.ts';
import { browserCommand, startDetached } from './open-browser.ts';
import { deviceFolders } from '../host/device/folders.ts';
import { lineLog } from '../host/device/line-log.ts';
import { nodeTooOld } from '../host/device/node-version.ts';

/** The browser host's entry: the only place here that reads clock, environment and arguments. */
const clock = () => Date.now();
const say = (text: string) => process.stderr.write(text);
const log = lineLog(clock, say);

const tooOld = nodeTooOld(process.versions.node);
const parsed = parseHostArguments(process.argv.slice(2));
if (tooOld) {
  say(`${tooOld}\n`);
  process.exitCode = 1;
} else if (parsed.kind === 'help') {
  say(hostHelp);
} else if (parsed.kind === 'wrong') {
  say(`${parsed.message}\n\n${hostHelp}`);
  process.exitCode = 2;
} else {
  await run(parsed.arguments).catch((error: unknown) => {
    say(`${startFailure(error, parsed.arguments.port)}\n`);
    process.exitCode = 1;
  });
}

async function run({ workspace, make, port, open, devOrigin }: HostArguments): Promise<void> {
  // Only now: an older Node must not load the database.
  const [{ startBrowserHost }, { createApp }, { contract, isProcedure }, opening, device] =
    await Promise.all([
      import('./host.ts'),
      import('#core/app.ts'),
      import('#shared/contract/index.ts'),
      import('../host/open-workspace.ts'),
      import('../host/device/platform.ts'),
    ]);
  const facts = { os: process.platform, home: homedir(), env: process.env };
  const folders = deviceFolders(facts);
  const machine = { ...facts, superuser: process.getuid?.() === 0 };
  const ground = { clock, randomBytes, newId: () => randomUUID(), log };
  const host = await startBrowserHost({
    ...ground,
    platform: device.devicePlatform({ host: 'browser', folders, machine, ...ground }),
    createApp,
    isQuery: (name) => isProcedure(name) && contract[name].kind === 'query',
    port,
    devOrigin,
    pageFolder: pageFolder(),
  });
  closeOnSignal(host.close);

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const opened = await opening.openWorkspace(host.app.call, {
    path: workspace,
    make,
    cwd: process.cwd(),
    zone,
  });
  // The page still opens: there people can choose another file.
  if (opened && !opened.ok) say(`${opened.error.message}\n`);
  await host.settled();

  process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);
  const command = open ? browserCommand(process.platform, process.env, host.urlWithCode) : null;
  if (!command || !(await startDetached(command))) say(`Slipway is at ${host.url}\n`);
}

/** Beside the bundle once built, in dist/ when run from source. */
function pageFolder(): string {
  const fromSource = import.meta.filename.endsWith('.ts');
  return join(import.meta.dirname, fromSource ? '../../dist/renderer' : '../renderer');
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const stop = () => {
    // A second Ctrl+C means now; the journal keeps what was acknowledged either way.
    if (closing) process.exit(130);
    closing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('Slipway did not close cleanly', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function startFailure(error: unknown, port: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Choose another one with --port, or leave --port out to take any free one.`;
  }
  return `Slipway could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
