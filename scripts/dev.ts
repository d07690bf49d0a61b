import { spawn } from 'node:child_process';
import { createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createServer } from 'vite';
import { z } from 'zod';
import { newTokenPlugin } from './dev/new-token.ts';
import { root } from './root.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Of the host; the page's own sources in renderer/api/ have addresses that begin alike. */
const hostRoutes = String.raw`^/api/(call/.+|events|files|session)(\?.*)?$`;

/**
 * The application with hot reload: the page comes from vite, its calls go to a browser host that
 * runs from the sources and starts again when they change. All arguments go to that host.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const port = await freePort();
  const newToken = newTokenPlugin();
  const server = await createServer({
    configFile: join(root, 'vite.renderer.config.ts'),
    plugins: [newToken.plugin],
    server: {
      proxy: { [hostRoutes]: { target: `http://127.0.0.1:${port}`, changeOrigin: true, ws: true } },
    },
  });
  await server.listen();
  const origin = `http://127.0.0.1:${portOf(server.httpServer?.address())}`;
  say(`Components and tokens: ${origin}/gallery.html`);

  const entry = join(root, 'electron/browser/main.ts');
  const hostArgs = ['--dev-origin', origin, '--port', `${port}`, '--no-open', ...argv];
  const host = spawn(process.execPath, ['--watch', '--watch-preserve-output', entry, ...hostArgs], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface({ input: host.stdout }).on('line', (line) => {
    const hash = urlHash(line);
    if (hash === null) return;
    say(`Slipway: ${origin}/${hash}`);
    newToken.announce(server, hash);
  });
  host.on('exit', (code) => {
    process.exitCode = code ?? 0;
    void server.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal));
}

/** The fragment with the token out of the host's `{"url":"…"}`; null for any other line. */
function urlHash(line: string): string | null {
  if (!line.startsWith('{')) return null;
  return new URL(z.object({ url: z.url() }).parse(JSON.parse(line)).url).hash;
}

/** Fixed for this run, so that the page finds the host again when it starts anew. */
async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const port = portOf(probe.address());
  await new Promise((done) => probe.close(done));
  return port;
}

function portOf(address: ReturnType<Server['address']> | undefined): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error(
    'Expected a free port on 127.0.0.1 and found none; close a program and try again.',
  );
}

if (import.meta.main) await main(process.argv.slice(2));
