import type { WebPreferences } from 'electron';

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
