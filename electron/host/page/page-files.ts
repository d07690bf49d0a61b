import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, protectiveHeaders } from './policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export type PageAnswer = { status: number; headers: Record<string, string>; body: Buffer };

export type PageFilesOptions = {
  /** The built renderer; absolute. */
  folder: string;
  newNonce: () => string;
};

/** Answers for a URL path (still percent-encoded); `connect` is what the page may connect to. */
export type PageFiles = (urlPath: string, connect?: readonly string[]) => Promise<PageAnswer>;

/**
 * Serves the built renderer from an allow-list: the paths found in its folder are the only ones
 * there are, so no path can lead out of it. The list is made anew for index.html, which names new
 * files after a rebuild.
 */
export function pageFiles({ folder, newNonce }: PageFilesOptions): PageFiles {
  let allowed = listFiles(folder);

  return async (urlPath, connect) => {
    const path = urlPath === '/' ? '/index.html' : urlPath;
    if (path === '/index.html') allowed = listFiles(folder);
    const file = allowed.get(path);
    if (!file) return notFound(allowed.size === 0);
    const type = contentTypes[extname(file)];
    if (!type) return notFound(false);
    const body = await readFile(file);
    return path === '/index.html'
      ? page(body, newNonce(), connect)
      : { status: 200, headers: headers(type), body };
  };
}

function page(body: Buffer, nonce: string, connect: readonly string[] | undefined): PageAnswer {
  return {
    status: 200,
    headers: {
      ...headers('text/html; charset=utf-8'),
      'content-security-policy': contentSecurityPolicy({ nonce, connect }),
    },
    body: Buffer.from(withNonce(body.toString('utf8'), nonce)),
  };
}

/** Puts the nonce where the renderer looks for it. */
export function withNonce(html: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" content="${nonce}" />`;
  const placed = html.replace(/<meta\s+name="csp-nonce"[^>]*>/, meta);
  return placed === html ? html.replace(/<head[^>]*>/, `$&${meta}`) : placed;
}

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-cache', ...protectiveHeaders };
}

function notFound(nothingBuilt: boolean): PageAnswer {
  const message = nothingBuilt
    ? 'The pages of Slipway are not built yet. Run npm run build, then load this page again.\n'
    : 'There is no such page in Slipway. Open the address that the program printed when it started.\n';
  return {
    status: nothingBuilt ? 503 : 404,
    headers: headers('text/plain; charset=utf-8'),
    body: Buffer.from(message),
  };
}

/** URL path to file. Links are left out: they could lead anywhere. */
function listFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string, urlPath: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(path, entry.name), `${urlPath}${entry.name}/`);
      else if (entry.isFile()) files.set(`${urlPath}${entry.name}`, join(path, entry.name));
    }
  };
  try {
    walk(folder, '/');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return files;
}
