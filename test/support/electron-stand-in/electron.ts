import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { closeWindows, windowClass, type Wiring } from './browser-window.ts';
import { PrintWindow, printSession } from './print-window.ts';
import { onOrder, type Order } from './control.ts';
import { emitPreventable } from './emitter.ts';
import { takeInstance } from './single-instance.ts';
import { killUtilityProcesses, utilityProcess } from './utility.ts';

/** The part of Electron's main-process API the desktop shell uses; see register.ts for its limits. */
export { utilityProcess };

type Invoked = (event: unknown, ...args: unknown[]) => unknown;
type MenuItem = { label?: string; role?: string; click?: () => void; submenu?: MenuItem[] };
type Dialog = { kind: string; options: unknown };

const handlers = new Map<string, Invoked>();
const dialogs: Dialog[] = [];
const links: string[] = [];
let nextDialog: { files?: string[]; button?: number } = {};
let menu: MenuItem[] = [];
let serve: (request: Request) => Promise<Response> = async () => new Response('', { status: 404 });
let mayRequest = (_url: string) => true;
let permission = (_name: string) => true;

const home = process.env['HOME'] ?? homedir();
const userData = join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Slipway');

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getPath: (name: string) => (name === 'home' ? home : join(home, name)),
  whenReady: () => Promise.resolve(),
  requestSingleInstanceLock() {
    mkdirSync(userData, { recursive: true });
    return takeInstance(userData, ({ argv, cwd }) => app.emit('second-instance', {}, argv, cwd));
  },
  quit() {
    if (!emitPreventable(app, 'before-quit')) return;
    void closeWindows().finally(() => process.exit(0));
  },
  exit: (code: number) => process.exit(code),
});

const wiring: Wiring = {
  answerRequest: (request) => serve(request),
  mayRequest: (url) => mayRequest(url),
  invoke: (channel, { url, main }, args) =>
    handlers.get(channel)?.({ senderFrame: { url, parent: main ? null : {} } }, ...args),
  onContents: (contents) => app.emit('web-contents-created', {}, contents),
  onAllClosed: () => app.emit('window-all-closed'),
  stopped: [],
};
const ShownWindow = windowClass(wiring);
type AnyWindow = {
  show?: boolean;
  webPreferences: { preload?: string; sandbox?: boolean; javascript?: boolean };
};
const apart = printSession();

/** A window without a preload is one that is only printed. */
export const BrowserWindow = new Proxy(ShownWindow, {
  construct: (_shown, [options]: [AnyWindow]) => {
    const { preload, ...rest } = options.webPreferences;
    if (preload !== undefined) return new ShownWindow({ webPreferences: { ...rest, preload } });
    const printed = new PrintWindow({ ...rest, session: apart });
    wiring.onContents(printed.webContents);
    return printed;
  },
});

export const ipcMain = {
  handle: (channel: string, handler: Invoked) => handlers.set(channel, handler),
};

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (template: MenuItem[]) => (menu = template),
};

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (_scheme: string, handler: typeof serve) => (serve = handler),
};

/** A dialog may come with or without a window before its options. */
function shown(kind: string, args: unknown[]): typeof nextDialog {
  dialogs.push({ kind, options: args.at(-1) });
  const answer = nextDialog;
  nextDialog = {};
  return answer;
}

export const dialog = {
  async showOpenDialog(...args: unknown[]) {
    const { files = [] } = shown('open', args);
    return { canceled: files.length === 0, filePaths: files };
  },
  async showSaveDialog(...args: unknown[]) {
    const { files = [] } = shown('save', args);
    return { canceled: files.length === 0, filePath: files[0] ?? '' };
  },
  async showMessageBox(...args: unknown[]) {
    return { response: shown('message', args).button ?? 1 };
  },
};

export const shell = {
  openExternal: async (url: string) => void links.push(url),
  showItemInFolder: (path: string) => void links.push(path),
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

type Decide = (answer: { cancel: boolean }) => void;
export const session = {
  fromPartition: () => apart,
  defaultSession: {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler(check: (contents: null, name: string, origin: string) => boolean) {
      permission = (name) => check(null, name, 'app://slipway/');
    },
    setDevicePermissionHandler: () => undefined,
    webRequest: {
      onBeforeRequest(listener: (details: { url: string }, decide: Decide) => void) {
        mayRequest = (url) => {
          let allowed = true;
          listener({ url }, ({ cancel }) => (allowed = !cancel));
          return allowed;
        };
      },
    },
  },
};

/** Encrypts with a key anybody can read here: it shows that the calls fit, not that they protect. */
const key = createHash('sha256').update('stand-in').digest();
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => process.env['STAND_IN_KEYRING'] ?? 'gnome_libsecret',
  async encryptStringAsync(text: string) {
    const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
    return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  },
  async decryptStringAsync(data: Buffer) {
    const decipher = createDecipheriv('aes-256-ctr', key, Buffer.alloc(16));
    const result = Buffer.concat([decipher.update(data), decipher.final()]).toString();
    return { result, shouldReEncrypt: false };
  },
};

function clickMenu([name, ...rest]: string[], items: MenuItem[]): boolean {
  const item = items.find((one) => one.label === name || one.role === name);
  if (rest.length > 0) return clickMenu(rest, item?.submenu ?? []);
  item?.click?.();
  return item?.click !== undefined;
}

onOrder((order: Order) => {
  switch (order.what) {
    case 'menu':
      return clickMenu(order.path, menu);
    case 'next-dialog':
      return void (nextDialog = order);
    case 'dialogs':
      return dialogs;
    case 'requests':
      return wiring.stopped;
    case 'opened-links':
      return links;
    case 'permission':
      return permission(order.name);
    case 'foreign-call':
      return wiring.invoke('call', { url: order.url, main: !order.subframe }, [
        { name: 'device.info', input: '{}' },
      ]);
    case 'kill-core':
      return killUtilityProcesses();
    case 'quit':
      return app.quit();
  }
});
