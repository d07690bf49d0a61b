import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App, CallOptions, SecretStore } from '#core/platform.ts';
import type { CallError, Envelope } from '#shared/contract/procedure.ts';
import { openWorkspace } from '../host/open-workspace.ts';
import type { SharedOptions } from './arguments.ts';
import { callHolder } from './holder.ts';
import { readFirstLine } from './input.ts';

/** What the command line has at hand; made in main.ts, and by tests. */
export type CliWorld = {
  cwd: string;
  zone: string;
  readStdin: () => Promise<string>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** JSON for people: with line breaks. */
  pretty: boolean;
  signal: AbortSignal;
  kindOf: (procedure: string) => 'query' | 'command' | null;
  describeContract: () => unknown;
  openApp: () => Promise<{ app: App; secrets: SecretStore }>;
};

/** Calls of one run of the command line; the application is started by the first that needs it. */
export type Session = {
  call(procedure: string, input: unknown): Promise<Envelope>;
  /** Why the workspace cannot be opened; null when it can. */
  refusal(): Promise<CallError | null>;
  /** True when a token given to this run is lost at its end. */
  forgetsSecrets(): boolean;
  close(): Promise<void>;
};

/** Queries about what the holder does or knows, and the file does not. */
const aboutHolder = new Set(['progress.list', 'progress.cancel', 'connections.test']);

export function startSession(world: CliWorld, options: SharedOptions, readOnly: boolean): Session {
  const file = options.workspace === null ? null : resolve(world.cwd, options.workspace);
  const callOptions: CallOptions = {
    actingAs: options.actingAs ?? undefined,
    signal: world.signal,
  };
  let local: { app: App; secrets: SecretStore; opened: Envelope | null } | null = null;

  async function start() {
    const { app, secrets } = await world.openApp();
    // Kept before anything can fail, so that the application is closed in any case.
    local = { app, secrets, opened: null };
    if (options.passphraseFile !== null) {
      await secrets.unlock(readFirstLine(resolve(world.cwd, options.passphraseFile)));
    }
    const { cwd, zone } = world;
    const wish = { path: file, make: options.make, cwd, zone, readOnly };
    local.opened = await openWorkspace(app.call, wish);
    return local;
  }

  return {
    async call(procedure, input) {
      const kind = world.kindOf(procedure);
      const forHolder = kind === 'command' || aboutHolder.has(procedure);
      if (forHolder && file !== null && existsSync(file)) {
        const answer = await callHolder(realpathSync(file), procedure, input, callOptions);
        if (answer) return answer;
      }
      if (kind === null) {
        // A name that does not exist must not make or open a workspace first.
        local ??= { ...(await world.openApp()), opened: null };
        return local.app.call(procedure, input, callOptions);
      }
      const { app, opened } = local ?? (await start());
      return opened && !opened.ok ? opened : app.call(procedure, input, callOptions);
    },
    async refusal() {
      const { opened } = local ?? (await start());
      return opened === null || opened.ok ? null : opened.error;
    },
    forgetsSecrets: () => local?.secrets.protection() === 'memory',
    close: async () => local?.app.close(),
  };
}
