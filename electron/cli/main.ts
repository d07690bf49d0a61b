import { randomBytes, randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { deviceFolders } from '../host/device/folders.ts';
import { lineLog } from '../host/device/line-log.ts';
import { logFile } from '../host/device/log-file.ts';
import { nodeTooOld } from '../host/device/node-version.ts';

/** The command line's entry: the only place here that reads clock, environment and arguments. */
const clock = () => Date.now();
const err = (line: string) => void process.stderr.write(line);
const tooOld = nodeTooOld(process.versions.node);
if (tooOld) {
  err(`${tooOld}\n`);
  process.exitCode = 1;
} else {
  await main();
}

async function main(): Promise<void> {
  // "slipway call … | head" closes the pipe early, and that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const [{ runCli }, { contract, isProcedure }] = await Promise.all([
    import('./run.ts'),
    import('#shared/contract/index.ts'),
  ]);
  const { describeContract } = await import('#shared/contract/describe.ts');
  process.exitCode = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    readStdin: () => text(process.stdin),
    out: (line) => void process.stdout.write(line),
    err,
    pretty: process.stdout.isTTY === true,
    signal: interrupted(),
    kindOf: (name) => (isProcedure(name) ? contract[name].kind : null),
    describeContract,
    openApp,
  });
}

async function openApp() {
  const [{ createApp }, { devicePlatform }] = await Promise.all([
    import('#core/app.ts'),
    import('../host/device/platform.ts'),
  ]);
  const facts = { os: process.platform, home: homedir(), env: process.env };
  const folders = deviceFolders(facts);
  const machine = { ...facts, superuser: process.getuid?.() === 0 };
  // Standard error belongs to the error's JSON; stack traces go where the desktop's go.
  const log = {
    ...lineLog(clock, logFile(join(folders.config, 'slipway.log'))),
    info: () => undefined,
  };
  const newId = () => randomUUID();
  const ground = { clock, randomBytes, newId, log };
  const platform = devicePlatform({ host: 'cli', folders, machine, ...ground });
  return { app: createApp({ platform, clock, randomBytes, log }), secrets: platform.secrets };
}

/** Ctrl+C stops the work at its next safe point; a second one stops the program. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(130) : controller.abort());
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
