import type { Protocol } from 'electron';
import type { PageFiles } from '../host/page/page-files.ts';

/** The page's own origin: unlike file:// it has one, and reaches nothing but the built renderer. */
export const appOrigin = 'app://slipway';
export const appPage = `${appOrigin}/index.html`;

/** Must be called before the application is ready. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

export function serveApp(protocol: Pick<Protocol, 'handle'>, files: PageFiles): void {
  protocol.handle('app', (request) => answer(new URL(request.url), request.method, files));
}

async function answer(url: URL, method: string, files: PageFiles): Promise<Response> {
  if (url.host !== 'slipway' || method !== 'GET') {
    return new Response('There is no such page in Slipway.', { status: 404 });
  }
  const { status, headers, body } = await files(url.pathname);
  return new Response(new Uint8Array(body), { status, headers });
}

/** True for a URL of the page itself. `URL.origin` says "null" for app:, so the parts are compared. */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  return protocol === 'app:' && host === 'slipway' && username === '' && password === '';
}
