import { EventEmitter } from 'node:events';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../scripts/chromium.ts';

type PrintPreferences = { sandbox?: boolean; javascript?: boolean; session?: PrintSession };
type Decide = (answer: { cancel: boolean }) => void;
type PdfOptions = { preferCSSPageSize: boolean; printBackground: boolean };

/** A session in memory, with the listener that says which requests may leave it. */
export type PrintSession = ReturnType<typeof printSession>;

export function printSession() {
  let listen = (_details: { url: string }, decide: Decide) => decide({ cancel: false });
  return {
    webRequest: { onBeforeRequest: (listener: typeof listen) => void (listen = listener) },
    mayRequest(url: string): boolean {
      let allowed = true;
      listen({ url }, ({ cancel }) => (allowed = !cancel));
      return allowed;
    },
  };
}

/** A window that is never shown, for a document to be printed. */
export class PrintWindow {
  private readonly browser: Promise<Browser>;
  private readonly session: PrintSession;
  private page: Page | null = null;
  readonly webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: () => undefined,
    printToPDF: async ({ preferCSSPageSize, printBackground }: PdfOptions) => {
      if (this.page === null) throw new Error('Nothing was loaded to be printed.');
      return this.page.pdf({ preferCSSPageSize, printBackground });
    },
  });

  constructor({ sandbox, javascript, session }: PrintPreferences) {
    if (sandbox !== true || javascript !== false || session === undefined) {
      throw new Error('What is printed must be sandboxed, apart, and without scripts.');
    }
    this.session = session;
    this.browser = chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: chromiumFlags,
    });
  }

  async loadURL(url: string): Promise<void> {
    const browser = await this.browser;
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.route('**/*', (route) =>
      this.session.mayRequest(route.request().url()) ? route.continue() : route.abort(),
    );
    this.page = await context.newPage();
    await this.page.goto(url);
  }

  destroy(): void {
    void this.browser.then((browser) => browser.close());
  }
}
