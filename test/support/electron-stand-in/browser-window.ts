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
import { emitInPage } from './emit-in-page.ts';
import { emitPreventable } from './emitter.ts';
import { OpenedPages, type OpenHandler } from './opened-pages.ts';
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
  private openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly opened: OpenedPages;
  private readonly wiring: Wiring;

  constructor({ webPreferences }: WindowOptions, wiring: Wiring) {
    super();
    this.wiring = wiring;
    mustBeSandboxed(webPreferences);
    windows.add(this);
    this.webContents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: OpenHandler) => (this.openHandler = handler),
      send: (channel: string, ...args: unknown[]) => void emitInPage(this.page, channel, args),
      getURL: () => 'app://slipway/index.html',
    });
    this.opened = new OpenedPages((window) => this.webContents.emit('did-create-window', window));
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
        { url: fromPage(frame.url()), main: frame.parentFrame() === null },
        args,
      ),
    );
    await context.addInitScript({ content: preloadScript(preload) });
    // Chromium has opened it already; its first request asks the program, in "answer".
    context.on('page', (popup) => popup !== page && this.opened.add(popup));
  }

  private async answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = fromPage(request.url());
    const frame = frameOf(request);
    const isOwn = frame?.page() === page || this.opened.holds(frame?.page());
    if (!isOwn && !this.mayOpen(await wholeAddress(page, url))) {
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

  private mayOpen(url: string): boolean {
    const { action, overrideBrowserWindowOptions: options } = this.openHandler({ url });
    if (action === 'allow') mustBeSandboxed(options?.webPreferences);
    this.opened.answered(action === 'allow');
    return action === 'allow';
  }

  private stop(route: Route, url: string): Promise<void> {
    this.wiring.stopped.push(url);
    return route.abort('blockedbyclient');
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

function mustBeSandboxed(preferences: { sandbox?: boolean } | undefined): void {
  if (preferences?.sandbox !== true) throw new Error('The window must be sandboxed.');
}

/** With the part after the #, which no request carries: as the page asked for it. */
async function wholeAddress(page: Page, url: string): Promise<string> {
  const asked: unknown = await page.evaluate(`globalThis.standInOpened`);
  if (typeof asked !== 'string') return url;
  const address = fromPage(asked);
  return address.split('#')[0] === url ? address : url;
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
