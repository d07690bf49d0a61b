import type {
  App,
  AppOptions,
  CallOptions,
  Platform,
  PrintPdf,
  SecretStore,
} from '#core/platform.ts';
import { assertNever, Refusal } from '#shared/model/refusal.ts';
import { callRoute } from '../host/loopback/call-route.ts';
import { keepEndpoint } from '../host/loopback/endpoint-keeper.ts';
import { publishedCalendar } from '../host/published-calendar.ts';
import { scheduledBackups } from '../host/scheduled-backups.ts';
import { scheduledSyncs } from '../host/scheduled-syncs.ts';
import { startLoopback } from '../host/loopback/server.ts';
import { tokenRing } from '../host/loopback/tokens.ts';
import type { Ask, FromCore, StartCore, ToCore } from './core-messages.ts';

/** What core-process.ts wires together; `post` and `receive` are the two ends of the parent port. */
export type CoreHostOptions = Omit<AppOptions, 'platform'> & {
  createApp: (options: AppOptions) => App;
  /** The platform of a plain process for these folders; dialogs and key chain are added here. */
  platformFor: (start: StartCore) => Platform;
  isQuery: (procedure: string) => boolean;
  post: (message: FromCore) => void;
};

export type CoreHost = { receive(message: ToCore): void };

/** The core's side of the desktop: one app, fed by messages of the main process. */
export function coreHost(options: CoreHostOptions): CoreHost {
  const { post, log } = options;
  const asked = new Map<number, { resolve(value: string | null): void; reject(e: Error): void }>();
  const running = new Map<number, AbortController>();
  let lastAsk = 0;
  let core: Awaited<ReturnType<typeof start>> | null = null;

  function ask(what: Ask): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const id = ++lastAsk;
      asked.set(id, { resolve, reject });
      post({ type: 'ask', id, ask: what });
    });
  }

  async function start(message: StartCore) {
    const plain = options.platformFor(message);
    const platform: Platform = {
      ...plain,
      pickFile: (pick) => ask({ what: 'pick-file', options: pick }),
      printPdf: printThrough(ask),
      secrets: message.secrets === 'keychain' ? keychainThrough(ask) : plain.secrets,
    };
    const app = options.createApp({ ...options, platform });
    app.subscribe((event) => post({ type: 'event', event }));
    const endpoint = await startEndpoint(app, options);
    if (message.open !== null) {
      const opened = await app.call('workspace.open', { path: message.open });
      if (!opened.ok) log.info(opened.error.message);
    }
    await endpoint.settled();
    const stopBackups = scheduledBackups(app, log);
    const stopPublishing = publishedCalendar(app, log);
    const stopSyncs = scheduledSyncs(app, log);
    return { app, endpoint, stopBackups, stopPublishing, stopSyncs };
  }

  async function call(message: Extract<ToCore, { type: 'call' }>): Promise<void> {
    if (!core) throw new Error('A call came before the core was ready.');
    const { id, name, input, actingAs } = message;
    const stop = new AbortController();
    running.set(id, stop);
    const callOptions: CallOptions = { actingAs, signal: stop.signal };
    const envelope = await core.app.call(name, input, callOptions);
    running.delete(id);
    post({ type: 'answered', id, envelope });
  }

  async function close(): Promise<void> {
    core?.stopBackups();
    core?.stopPublishing();
    core?.stopSyncs();
    await core?.endpoint.close();
    await core?.app.close();
    post({ type: 'closed' });
  }

  async function obey(message: ToCore): Promise<void> {
    switch (message.type) {
      case 'start':
        core = await start(message);
        return post({ type: 'ready' });
      case 'call':
        return call(message);
      case 'cancel':
        return running.get(message.id)?.abort();
      case 'answer':
        asked.get(message.id)?.resolve(message.value);
        return void asked.delete(message.id);
      case 'refused':
        asked.get(message.id)?.reject(new Refusal('unavailable', message.message));
        return void asked.delete(message.id);
      case 'close':
        return close();
      default:
        return assertNever(message);
    }
  }

  return {
    receive(message) {
      obey(message).catch((error: unknown) => {
        log.error(`The core could not handle the message "${message.type}"`, error);
        // A core that cannot start must not look as if it were starting for ever.
        if (message.type === 'start') throw error;
      });
    },
  };
}

/** The door for command lines: calls only, and only with the token of the endpoint file. */
async function startEndpoint(app: App, { isQuery, log, randomBytes, post }: CoreHostOptions) {
  const tokens = tokenRing();
  const closing = new AbortController();
  const server = await startLoopback({
    port: 0,
    devOrigin: null,
    tokens,
    log,
    routes: () => [callRoute({ app, isQuery, closing: closing.signal })],
  });
  const keeper = keepEndpoint({
    app,
    host: 'desktop',
    port: server.port,
    tokens,
    randomBytes,
    log,
    onChange: (path) => post({ type: 'opened', path }),
  });
  return {
    settled: () => keeper.settled(),
    async close() {
      server.stop();
      keeper.close();
      closing.abort();
      await server.close();
    },
  };
}

/** PDFs by a hidden window of the main process; a cancelled call no longer waits for it. */
function printThrough(ask: (what: Ask) => Promise<string | null>): PrintPdf {
  return async (html, page, signal) => {
    signal.throwIfAborted();
    const cancelled = Promise.withResolvers<never>();
    const stop = () => cancelled.reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const answer = ask({ what: 'print-pdf', html, page });
      const printed = await Promise.race([answer, cancelled.promise]);
      return Buffer.from(printed ?? '', 'base64');
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}

/** Tokens kept by the operating system's key chain, which only the main process can reach. */
function keychainThrough(ask: (what: Ask) => Promise<string | null>): SecretStore {
  return {
    protection: () => 'keychain',
    locked: () => false,
    async unlock() {
      throw new Refusal(
        'precondition_failed',
        'This device keeps tokens in the key chain of the operating system, which needs no passphrase here.',
      );
    },
    get: (key) => ask({ what: 'get-secret', key }),
    set: async (key, secret) => void (await ask({ what: 'set-secret', key, secret })),
    delete: async (key) => void (await ask({ what: 'delete-secret', key })),
  };
}
