import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { appPage } from './protocol.ts';
import { placeWindow, readWindowState, smallest, writeWindowState } from './window-state.ts';

export type WindowOptions = {
  /** The sandboxed script that makes `window.slipway`; absolute. */
  preload: string;
  /** Where position and size are remembered. */
  statePath: string;
};

/** The application's window, where it was left. Shown when the page has painted, so never white. */
export function openWindow({ preload, statePath }: WindowOptions): BrowserWindow {
  const state = readWindowState(statePath);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(state, screens),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Slipway',
    webPreferences: pagePreferences(preload),
  });
  if (state?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowState(statePath, {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
    }),
  );
  void window.loadURL(appPage);
  return window;
}

/** What every window that shows the page is held to. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    // The page shows dates and money of others' systems: nothing is sent to a spelling service.
    spellcheck: false,
  };
}
