import { BrowserWindow, screen } from 'electron';
import { pagePreferences } from './page-preferences.ts';
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
