import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
  type BrowserWindow,
  type Event,
} from 'electron';
import { deviceFolders } from '../host/device/folders.ts';
import { lineLog } from '../host/device/line-log.ts';
import { logFile } from '../host/device/log-file.ts';
import { newToken } from '../host/loopback/tokens.ts';
import { openWorkspace, type WorkspaceWish } from '../host/open-workspace.ts';
import { pageFiles } from '../host/page/page-files.ts';
import { workspaceArgument } from './argument.ts';
import { startCoreClient, type CoreClient } from './core-client.ts';
import type { Ask } from './core-messages.ts';
import { askToOpenLink, pickFile, showFailure } from './dialogs.ts';
import { serveCalls } from './ipc.ts';
import { menuActions } from './menu-actions.ts';
import { menuTemplate } from './menu.ts';
import { printPdf } from './print-pdf.ts';
import { declareAppScheme, serveApp } from './protocol.ts';
import { restrictContents, restrictSession } from './restrict.ts';
import { pageWindows, roomWindow } from './room-window.ts';
import { keychainFile, keychainProtects, type Keychain } from './secrets.ts';
import { forkCore } from './utility-core.ts';
import { openWindow } from './window.ts';

/** The desktop's entry: the only place here that reads clock, environment and arguments. */
type Wish = Pick<WorkspaceWish, 'path' | 'make'>;
const clock = () => Date.now();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const folders = {
  ...deviceFolders({ os: process.platform, home: app.getPath('home'), env: process.env }),
  documents: join(app.getPath('documents'), 'Slipway'),
};
const logPlace = join(folders.config, 'slipway.log');
const writeLog = logFile(logPlace);
const log = lineLog(clock, writeLog);
const preload = join(import.meta.dirname, 'preload.cjs');
const windows = pageWindows();
let window: BrowserWindow | null = null;
let core: CoreClient | null = null;
/** The workspace asked for before the core could open it: on the command line, or by macOS. */
let wanted: Wish = workspaceArgument(process.argv, process.cwd());

declareAppScheme(protocol);
restrictContents({
  app,
  onLink: (url) => void (window && askToOpenLink(window, url)),
  room: () => roomWindow(preload),
});

// A second start hands its file to the first and ends: one process writes a workspace.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, cwd) => openFromOutside(workspaceArgument(argv, cwd)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFromOutside({ path, make: null });
  });
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  app.on('before-quit', closeCoreFirst);
  app.on('activate', () => core && window === null && showWindow());
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log.error('Slipway could not start', error);
      app.exit(1);
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  restrictSession(session.defaultSession);
  const pages = join(import.meta.dirname, '../renderer');
  serveApp(protocol, pageFiles({ folder: pages, newNonce: () => newToken(randomBytes) }));
  const protectedByOs = await keychainProtects(safeStorage, process.platform);
  if (!protectedByOs) {
    log.info(
      'The operating system offers no key chain that protects tokens: they are kept in memory until a passphrase opens the encrypted file.',
    );
  }
  const keychain = keychainFile(join(folders.config, 'keychain.json'), safeStorage, log);
  const started = startCoreClient({
    fork: () => forkCore(join(import.meta.dirname, 'core.js')),
    start: { folders, secrets: protectedByOs ? 'keychain' : 'passphrase' },
    answerAsk: (ask) => answerAsk(ask, keychain),
    logPlace,
    writeLog,
    log,
    clock,
  });
  core = started;
  started.subscribe((event) => windows.send('event', event));
  serveCalls({ ipcMain, core: started, log });
  const actions = menuActions({
    call: (name, input) => started.call(name, input).answer,
    pick: (options) => pickFile(window, options),
    showFailure: (message) => void showFailure(window, message),
    showLog: () => shell.showItemInFolder(logPlace),
    zone,
  });
  const template = menuTemplate(actions, process.platform, app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  // Before the window, so that its page starts with the workspace and not with the welcome.
  const failure = await openWish(wanted);
  showWindow();
  if (failure !== null) await showFailure(window, failure);
}

function showWindow(): void {
  window = openWindow({ preload, statePath: join(folders.config, 'window.json') });
  windows.add(window);
  window.on('closed', () => (window = null));
}

/** Another start of the program, or a file opened from the desktop. */
function openFromOutside(wish: Wish): void {
  wanted = wish;
  void openWish(wish).then((failure) => {
    if (failure !== null) return showFailure(window, failure);
  });
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** Why the workspace could not be opened; null when it was, or when there is nothing to open yet. */
async function openWish(wish: Wish): Promise<string | null> {
  if (!core) return null;
  const { call } = core;
  const where = { ...wish, cwd: process.cwd(), zone };
  const opened = await openWorkspace((name, input) => call(name, input).answer, where);
  return opened === null || opened.ok ? null : opened.error.message;
}

function answerAsk(ask: Ask, keychain: Keychain): Promise<string | null> {
  switch (ask.what) {
    case 'pick-file':
      return pickFile(window, ask.options);
    case 'print-pdf':
      return printPdf(ask.html, ask.page);
    case 'get-secret':
      return keychain.get(ask.key);
    case 'set-secret':
      return keychain.set(ask.key, ask.secret).then(() => null);
    case 'delete-secret':
      return keychain.delete(ask.key).then(() => null);
  }
}

/** Quitting waits for the core, so that the workspace is one plain file again, but not for ever. */
function closeCoreFirst(event: Event): void {
  if (!core) return;
  event.preventDefault();
  const closing = core;
  core = null;
  const patience = setTimeout(() => app.quit(), 10_000);
  void closing.close().finally(() => {
    clearTimeout(patience);
    app.quit();
  });
}
