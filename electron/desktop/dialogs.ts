import { dialog, shell, type BrowserWindow } from 'electron';
import type { PickFile } from '#core/platform.ts';

/** The operating system's file dialog; null when it was left with Cancel. */
export async function pickFile(
  window: BrowserWindow | null,
  { title, mode, extension, suggestedName }: PickFile,
): Promise<string | null> {
  const ending = extension.replace(/^\./, '');
  const all = { name: 'All files', extensions: ['*'] };
  const name = ending === 'slipway' ? 'Slipway workspaces' : ending.toUpperCase();
  const filters = ending === '*' ? [all] : [{ name, extensions: [ending] }, all];
  const options = { title, filters, defaultPath: suggestedName };
  if (mode === 'save') {
    const saved = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return saved.canceled || saved.filePath === '' ? null : saved.filePath;
  }
  const chosenAs = mode === 'folder' ? ('openDirectory' as const) : ('openFile' as const);
  const open = { ...options, properties: [chosenAs] };
  const chosen = await (window ? dialog.showOpenDialog(window, open) : dialog.showOpenDialog(open));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/**
 * Asks before a link leaves the application: addresses of runs and tickets come from other
 * systems, and people should see where a click takes them.
 */
export async function askToOpenLink(window: BrowserWindow, url: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address in the browser?',
    detail: url.slice(0, 500),
    buttons: ['Open in browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url);
}

/** Tells why something asked for from the menu did not happen. */
export async function showFailure(window: BrowserWindow | null, message: string): Promise<void> {
  const options = { type: 'error' as const, message: 'That did not work', detail: message };
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}
