import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppOptions, App } from '#core/platform.ts';
import { callRoute } from '../host/loopback/call-route.ts';
import { keepEndpoint } from '../host/loopback/endpoint-keeper.ts';
import { startLoopback } from '../host/loopback/server.ts';
import { newToken, tokenRing } from '../host/loopback/tokens.ts';
import { publishedCalendar } from '../host/published-calendar.ts';
import { scheduledBackups } from '../host/scheduled-backups.ts';
import { scheduledSyncs } from '../host/scheduled-syncs.ts';
import { pageFiles } from '../host/page/page-files.ts';
import { eventSockets } from './events.ts';
import { filesRoute } from './files-route.ts';
import { pageRoute } from './page-route.ts';
import { sessionCode, sessionRoute } from './session-route.ts';

export type BrowserHostOptions = AppOptions & {
  createApp: (options: AppOptions) => App;
  isQuery: (procedure: string) => boolean;
  newId: () => string;
  /** 0 takes any free port. */
  port: number;
  /** The built renderer; absolute. */
  pageFolder: string;
  /** One more origin whose page may call, for the renderer's development server. */
  devOrigin?: string | null;
  /** Largest upload in bytes. */
  largestUpload?: number;
};

export type BrowserHost = {
  app: App;
  port: number;
  /** With the token in the fragment; works until the host closes. */
  url: string;
  /** With a code that works once and for 60 s; for a URL that other users could read. */
  urlWithCode: string;
  /** Resolves when the endpoint file beside the workspace says what is open now. */
  settled(): Promise<void>;
  /** Closes the application cleanly and removes uploads and endpoint. */
  close(): Promise<void>;
};

const fourGigabytes = 4 * 1024 ** 3;

/** The application in a browser: one app behind a loopback server. Rejects when the port is taken. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { platform, clock, randomBytes, log, newId } = options;
  const app = options.createApp({ platform, clock, randomBytes, log });
  const token = newToken(randomBytes);
  const session = sessionCode(clock, randomBytes);
  const tokens = tokenRing();
  tokens.add(token);
  const closing = new AbortController();
  const uploadFolder = mkdtempSync(join(tmpdir(), 'slipway-uploads-'));
  const events = eventSockets({ app, tokens, log });
  const newNonce = () => newToken(randomBytes);
  const server = await startLoopback({
    port: options.port,
    devOrigin: options.devOrigin ?? null,
    tokens,
    log,
    upgrade: events.upgrade,
    routes: () => [
      callRoute({ app, isQuery: options.isQuery, closing: closing.signal }),
      sessionRoute(session, token),
      filesRoute({
        folder: uploadFolder,
        uploads: platform.uploads,
        largest: options.largestUpload ?? fourGigabytes,
        newId,
      }),
      pageRoute(pageFiles({ folder: options.pageFolder, newNonce })),
    ],
  }).catch(async (error: unknown) => {
    rmSync(uploadFolder, { recursive: true, force: true });
    await app.close();
    throw error;
  });
  const { port } = server;
  const endpoint = keepEndpoint({ app, host: 'browser', port, tokens, randomBytes, log });
  const stopBackups = scheduledBackups(app, log);
  const stopPublishing = publishedCalendar(app, log);
  const stopSyncs = scheduledSyncs(app, log);

  return {
    app,
    port,
    url: `http://127.0.0.1:${port}/#token=${token}`,
    urlWithCode: `http://127.0.0.1:${port}/#code=${session.code}`,
    settled: () => endpoint.settled(),
    async close() {
      stopBackups();
      stopPublishing();
      stopSyncs();
      server.stop();
      endpoint.close();
      closing.abort();
      events.close();
      await app.close();
      await server.close();
      rmSync(uploadFolder, { recursive: true, force: true });
    },
  };
}
