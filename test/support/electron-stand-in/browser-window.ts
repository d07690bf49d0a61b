import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import {
  chromium,
  type BrowserContext,
  type Frame,
  type Page,
  type Request as PageRequest,
  type Route,
} from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../scripts/chromium.ts';
import { report } from './control.ts';
import { emitPreventable } from './emitter.ts';
import { preloadScript } from './preload-script.ts';

/** The page's origin here; Chromium knows no app:// scheme of its own. */
const origin = 'http://slipway.localhost';
export const toPage = (url: string) => url.replace(/^app:\/\/slipway/, origin);
export const fromPage = (url: string) => url.replace(origin, 'app://slipway');

/** What the other parts of the stand-in were given by the program. */
export type Wiring = {
  answerRequest: (request: Request) => Promise<Response>;
  /** False stops a request, as the program's web request listener wants it. */
  mayRequest: (url: string) => boolean;
  invoke: (channel: string, frame: { url: string; main: boolean }, args: unknown[]) => unknown;
  onContents: (contents: EventEmitter) => void;
  onAllClosed: () => void;
  /** Requests that were stopped. */
  stopped: string[];
};

type WindowOptions = { webPreferences: { preload: string; sandbox?: boolean } };
const windows = new Set<StandInWindow>();

export function closeWindows(): Promise<unknown> {
  return Promise.all([...windows].map((window) => window.end()));
}

export function windowClass(wiring: Wiring) {
  return class BrowserWindow extends StandInWindow {
    constructor(options: WindowOptions) {
      super(options, wiring);
    }
  };
}

class StandInWindow extends EventEmitter {
  readonly webContents: EventEmitter;
  private page: Promise<Page>;
  private openHandler: (details: { url: string }) => unknown = () => ({ action: 'allow' });
  /** Windows the page opened and that are there yet, and how often the program was asked about one. */
  private readonly popups: Page[] = [];
  private asked = 0;
  private readonly wiring: Wiring;

  constructor({ webPreferences }: WindowOptions, wiring: Wiring) {
    super();
    this.wiring = wiring;
    if (webPreferences.sandbox !== true) throw new Error('The window must be sandboxed.');
    windows.add(this);
    this.webContents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof this.openHandler) => (this.openHandler = handler),
      send: (channel: string, ...args: unknown[]) => void this.emitInPage(channel, args),
      getURL: () => 'app://slipway/index.html',
    });
    wiring.onContents(this.webContents);
    this.page = this.launch(readFileSync(webPreferences.preload, 'utf8'));
  }

  private async launch(preload: string): Promise<Page> {
    const debuggingPort = await freePort();
    const browser = await chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: [...chromiumFlags, `--remote-debugging-port=${debuggingPort}`],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await this.wireContext(context, page, preload);
    page.on('close', () => void this.closed());
    report({ type: 'window', debuggingPort });
    return page;
  }

  private async wireContext(context: BrowserContext, page: Page, preload: string): Promise<void> {
    // A window that closes while it loads leaves requests nobody waits for any more.
    await context.route('**/*', (route) => this.answer(route, page).catch(() => undefined));
    await context.exposeBinding('standInInvoke', ({ frame }, channel: string, args: unknown[]) =>
      this.wiring.invoke(
        channel,
        { url: fromPage(frame.url()), main: frame === page.mainFrame() },
        args,
      ),
    );
    await context.addInitScript({ content: preloadScript(preload) });
    // Chromium has opened it already; its first request asks the program, in "answer".
    context.on('page', (popup) => popup !== page && this.closeAsked(popup));
  }

  private async answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = fromPage(request.url());
    const frame = frameOf(request);
    if (frame?.page() !== page) {
      this.openHandler({ url });
      this.closeAsked();
      return route.abort('blockedbyclient');
    }
    const navigates = request.isNavigationRequest() && frame === page.mainFrame();
    if (navigates && !emitPreventable(this.webContents, 'will-navigate', { url })) {
      this.wiring.stopped.push(url);
      // "No content" leaves the page as it is, which is what a prevented navigation does.
      return route.fulfill({ status: 204 });
    }
    if (!url.startsWith('app://') || !this.wiring.mayRequest(url)) return this.stop(route, url);
    const response = await this.wiring.answerRequest(
      new Request(url, { method: request.method() }),
    );
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body,
    });
  }

  /** Closes a window the page opened once the program was asked about it; either may come first. */
  private closeAsked(popup?: Page): void {
    if (popup === undefined) this.asked += 1;
    else this.popups.push(popup);
    while (this.asked > 0 && this.popups.length > 0) {
      this.asked -= 1;
      void this.popups.shift()?.close();
    }
  }

  private stop(route: Route, url: string): Promise<void> {
    this.wiring.stopped.push(url);
    return route.abort('blockedbyclient');
  }

  private async emitInPage(channel: string, args: unknown[]): Promise<void> {
    const page = await this.page;
    // The page may be gone, or not loaded yet: a message is lost then, as in Electron.
    await page
      .evaluate(
        // Text, because the function lives in the page only, where no type can follow it.
        `globalThis.standInEmit?.(${JSON.stringify(channel)}, ${JSON.stringify(args)})`,
      )
      .catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    await page.goto(toPage(url)).catch((error: unknown) => {
      if (windows.has(this)) throw error;
    });
    this.emit('ready-to-show');
  }

  async end(): Promise<void> {
    const page = await this.page;
    await page.context().browser()?.close();
  }

  private async closed(): Promise<void> {
    if (!windows.delete(this)) return;
    emitPreventable(this, 'close');
    this.emit('closed');
    await this.end();
    if (windows.size === 0) this.wiring.onAllClosed();
  }

  getNormalBounds = () => ({ x: 10, y: 20, width: 1280, height: 800 });
  isMaximized = () => false;
  isMinimized = () => false;
  show = () => undefined;
  focus = () => this.emit('focus');
  maximize = () => undefined;
  restore = () => undefined;
}

/** Null for the first request of a window that is being opened. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('There is no free port.');
}
