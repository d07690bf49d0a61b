import type { App, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { isAppUrl } from './protocol.ts';
import { isRoomUrl } from './room-window.ts';

/**
 * What the page may do: chips are copied by a click, decisions that are due are told, and the
 * screen of a room fills its monitor.
 */
const granted: readonly string[] = ['clipboard-sanitized-write', 'notifications', 'fullscreen'];

/** Takes everything from a session that the page has no use for. */
export function restrictSession(session: Session): void {
  const allows = (permission: string, url: string) => granted.includes(permission) && isAppUrl(url);
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(allows(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // The page's policy forbids it already; this holds for whatever gets past the page.
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isLocal(details.url) }),
  );
}

function isLocal(url: string): boolean {
  return isAppUrl(url) || /^(blob:app:\/\/slipway\/|data:|devtools:)/.test(url);
}

export type RestrictOptions = {
  app: Pick<App, 'on'>;
  /** A link of the page that leads outside; only http(s) addresses are passed on. */
  onLink: (url: string) => void;
  /** How the window of a room is made. */
  room: () => BrowserWindowConstructorOptions;
};

/** Holds for every page that will ever be made: no navigation, no window but a room's, no webview. */
export function restrictContents({ app, onLink, room }: RestrictOptions): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isRoomUrl(url) && isAppUrl(contents.getURL())) {
        return { action: 'allow', overrideBrowserWindowOptions: room() };
      }
      if (isWebAddress(url)) onLink(url);
      return { action: 'deny' };
    });
  });
}

/** An address people may be asked about: http(s), without user information that could disguise it. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
