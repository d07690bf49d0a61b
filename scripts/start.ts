import { join } from 'node:path';
import { build } from './build.ts';
import { root } from './root.ts';
import { parseStartArguments } from './start/arguments.ts';
import { becomeChild } from './start/child.ts';
import { chooseHost } from './start/choose-host.ts';
import { electronRuntime } from './start/electron-runtime.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Builds what is stale and becomes the host. Standard output belongs to the host alone. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await start(argv);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function start(argv: readonly string[]): Promise<void> {
  const { asked, browserOption, rest } = parseStartArguments(argv);
  const runtime = () =>
    electronRuntime({
      electron: join(root, 'node_modules/electron'),
      memory: join(root, '.cache/electron-not-fetched'),
      mayFetch: !process.env['CI'],
      say,
    });
  const choice = await chooseHost({ asked, browserOption, noWindow: noWindow(), runtime });
  if (choice.host === 'none') {
    throw new Error(`Slipway's window cannot open: ${choice.because}. Use --host browser.`);
  }
  await build();
  if (choice.host === 'desktop') {
    becomeChild(choice.executable, [root, ...rest]);
    return;
  }
  if (choice.because !== null) say(`Slipway opens in the browser: ${choice.because}.`);
  becomeChild(process.execPath, [join(root, 'dist/browser/host.js'), ...rest]);
}

/** Chromium's sandbox refuses the superuser, and on Linux a window needs a display. */
function noWindow(): string | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Electron does not run as root';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY || WAYLAND_DISPLAY ? null : 'this session has no display';
}

if (import.meta.main) await main(process.argv.slice(2));
