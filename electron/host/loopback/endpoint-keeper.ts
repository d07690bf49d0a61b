import { realpathSync } from 'node:fs';
import { z } from 'zod';
import { removeEndpoint, writeEndpoint } from '#core/endpoint.ts';
import type { App, Log, RandomBytes } from '#core/platform.ts';
import { newToken, type TokenRing } from './tokens.ts';

export type EndpointKeeperOptions = {
  app: App;
  host: 'desktop' | 'browser';
  port: number;
  tokens: TokenRing;
  randomBytes: RandomBytes;
  log: Log;
  /** Told the workspace that is held for writing, and null when there is none any more. */
  onChange?: (path: string | null) => void;
};

export type EndpointKeeper = {
  /** Resolves when the endpoint file says what is open now. */
  settled(): Promise<void>;
  close(): void;
};

const state = z.object({
  open: z.object({ path: z.string(), readOnly: z.string().nullable() }).nullable(),
});

/**
 * Keeps an endpoint file beside the workspace that is open, so that a command line can hand its
 * commands over. Each opened workspace has a token of its own: one read for a workspace that was
 * left since is refused instead of changing another workspace.
 */
export function keepEndpoint(options: EndpointKeeperOptions): EndpointKeeper {
  const { app, host, port, tokens, randomBytes, log } = options;
  let held: { path: string; token: string } | null = null;
  let work = Promise.resolve();

  function leave(): void {
    if (!held) return;
    tokens.remove(held.token);
    removeEndpoint(held.path, held.token);
    held = null;
  }

  function hold(path: string): void {
    const token = newToken(randomBytes);
    held = { path, token };
    tokens.add(token);
    const url = `http://127.0.0.1:${port}`;
    writeEndpoint(path, { pid: process.pid, url, token, host });
  }

  async function follow(): Promise<void> {
    const answer = await app.call('workspace.state', {});
    const open = answer.ok ? state.parse(answer.value).open : null;
    // A file open for reading only is held by somebody else, whose endpoint must stay.
    const path = open && open.readOnly === null ? realpathSync(open.path) : null;
    if (path === (held?.path ?? null)) return;
    leave();
    options.onChange?.(path);
    if (path) hold(path);
  }

  function enqueue(): void {
    work = work.then(follow).catch((error: unknown) => {
      log.error(
        'The endpoint file beside the workspace could not be kept; command lines will find the workspace in use and cannot hand commands over',
        error,
      );
    });
  }

  const unsubscribe = app.subscribe((event) => {
    if (event.type === 'changed' && event.topics.includes('workspace')) enqueue();
  });
  enqueue();

  return {
    settled: () => work,
    close() {
      unsubscribe();
      leave();
    },
  };
}
