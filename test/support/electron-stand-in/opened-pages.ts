import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import { emitInPage } from './emit-in-page.ts';

/** What the program answers when a page asks for a window. */
export type OpenHandler = (details: { url: string }) => {
  action: 'allow' | 'deny';
  overrideBrowserWindowOptions?: { webPreferences?: { preload?: string; sandbox?: boolean } };
};

/**
 * Windows a page opened. Chromium has made each one already when its first request asks the
 * program; the request and the page can come in either order.
 */
export class OpenedPages {
  private readonly there: Page[] = [];
  private readonly answers: boolean[] = [];
  private readonly kept = new Set<Page>();
  private readonly onKept: (window: EventEmitter) => void;

  constructor(onKept: (window: EventEmitter) => void) {
    this.onKept = onKept;
  }

  /** The page of a window that may stay. */
  holds(page: Page | undefined): boolean {
    return page !== undefined && (this.kept.has(page) || this.answers.includes(true));
  }

  answered(allowed: boolean): void {
    this.answers.push(allowed);
    this.pair();
  }

  add(page: Page): void {
    this.there.push(page);
    this.pair();
  }

  private pair(): void {
    while (this.answers.length > 0 && this.there.length > 0) {
      const allowed = this.answers.shift();
      const page = this.there.shift();
      if (page === undefined) return;
      if (allowed === true) this.keep(page);
      else void page.close();
    }
  }

  private keep(page: Page): void {
    this.kept.add(page);
    const webContents = Object.assign(new EventEmitter(), {
      send: (channel: string, ...args: unknown[]) => void emitInPage(page, channel, args),
    });
    const window = Object.assign(new EventEmitter(), { webContents });
    page.on('close', () => {
      this.kept.delete(page);
      window.emit('closed');
    });
    this.onKept(window);
  }
}
