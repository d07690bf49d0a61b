import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Order, Report } from './control.ts';

const here = import.meta.dirname;
const root = join(here, '../../..');

export type DesktopOptions = {
  /** Home of the pretended user; settings and documents go there. */
  home: string;
  args?: string[];
  env?: Record<string, string>;
  /** Folder with the built program in dist/; the repository unless told otherwise. */
  program?: string;
};

export type Desktop = {
  /** Rejects when the program ends without opening a window. */
  page(): Promise<Page>;
  ask(order: Order): Promise<unknown>;
  exitCode: Promise<number | null>;
  /** Lets go of the page and ends the program at once. */
  kill(): Promise<void>;
};

/** Starts the built desktop program over the stand-in, and drives it from a test. */
export function startDesktop({
  home,
  args = [],
  env = {},
  program = root,
}: DesktopOptions): Desktop {
  const argv = [
    '--import',
    join(here, 'register.ts'),
    join(program, 'dist/desktop/main.js'),
    ...args,
  ];
  const child = spawn(process.execPath, argv, {
    cwd: home,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = Promise.withResolvers<number>();
  const answers = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  let browser: Browser | null = null;
  child.on('message', (message: Report) => {
    if (message.type === 'window') port.resolve(message.debuggingPort);
    else answers.get(message.id)?.(message.value);
  });
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void exitCode.then((code) => port.reject(new Error(`The desktop ended with ${code}.`)));
  port.promise.catch(() => undefined);

  return {
    exitCode,
    async kill() {
      await browser?.close();
      child.kill('SIGKILL');
      await exitCode;
    },
    async page() {
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${await port.promise}`);
      const page = browser.contexts()[0]?.pages()[0];
      if (!page) throw new Error('The window shows no page.');
      // What a test does to a page that is still being loaded would end the loading instead.
      await page.waitForURL(/^(?!about:)/);
      return page;
    },
    ask: (order) =>
      new Promise((resolve) => {
        const id = ++lastId;
        answers.set(id, resolve);
        child.send({ id, order });
      }),
  };
}
