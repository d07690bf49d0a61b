import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

const onWindows = process.platform === 'win32';

/** npm hands an interrupt on although the terminal has sent it already: the echo comes at once. */
const echoMs = 500;
const lookAtParentMs = 250;

/**
 * Runs a program as the last thing this process does: same standard streams, same exit code, and
 * each signal reaches it exactly once. A second interrupt means "now" to a host, so an echo would
 * cut its clean close short.
 */
export function becomeChild(command: string, args: readonly string[]): ChildProcess {
  // Out of the terminal's process group, so that only this process hears Ctrl+C. Windows has no
  // such groups: there the console tells the child itself.
  const child = spawn(command, args, { stdio: 'inherit', detached: !onWindows });
  if (!onWindows) {
    passSignalsOn(child);
    endWithParent(child);
  }
  child.on('error', (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
    process.removeAllListeners();
  });
  return child;
}

function passSignalsOn(child: ChildProcess): void {
  let last = -echoMs;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const isEcho = performance.now() - last < echoMs;
      last = performance.now();
      if (!isEcho) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
}

/**
 * npm hands a terminate signal to the shell between, which dies of it and tells nobody: without
 * this the host would go on and hold the workspace. Started without npm, a parent may well go.
 */
function endWithParent(child: ChildProcess): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, lookAtParentMs);
  timer.unref();
}
