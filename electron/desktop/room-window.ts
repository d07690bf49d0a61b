import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { pagePreferences } from './page-preferences.ts';
import { isAppUrl } from './protocol.ts';

/** True for the screen of a room: the one page that may have a window beside the first. */
export function isRoomUrl(url: string): boolean {
  return isAppUrl(url) && /^#\/cab\/[0-9a-f-]{36}\/present$/.test(new URL(url).hash);
}

/** A window of its own, for another monitor; it is gone with the window that opened it. */
export function roomWindow(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    title: 'Slipway',
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  };
}

/** The windows that show the page: the first, and those of rooms it has opened. */
export type PageWindows = {
  add(window: BrowserWindow): void;
  /** To the pages of all of them. */
  send(channel: string, message: unknown): void;
};

export function pageWindows(): PageWindows {
  const shown = new Set<BrowserWindow>();
  function add(window: BrowserWindow): void {
    shown.add(window);
    window.on('closed', () => shown.delete(window));
    window.webContents.on('did-create-window', add);
  }
  return {
    add,
    send: (channel, message) =>
      shown.forEach(({ webContents }) => webContents.send(channel, message)),
  };
}
