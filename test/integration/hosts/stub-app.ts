import type { App, CallOptions } from '#core/platform.ts';
import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';

export type StubApp = App & {
  calls: { name: string; input: unknown; options: CallOptions }[];
  publish(event: AppEvent): void;
  /** Resolves with the call's signal as soon as `pipelines.list` is waiting. */
  waiting: Promise<AbortSignal | undefined>;
  closed: boolean;
};

/**
 * Just enough application to see what a host does with calls: `workspace.open` opens what it is
 * told, `pipelines.list` waits until it is stopped, everything else answers its own input.
 */
export function stubApp(): StubApp {
  const listeners = new Set<(event: AppEvent) => void>();
  const waiting = Promise.withResolvers<AbortSignal | undefined>();
  let open: { path: string; readOnly: string | null } | null = null;

  function openFile(input: unknown): Envelope {
    const path = typeof input === 'object' && input && 'path' in input ? String(input.path) : null;
    open = path === null ? null : { path, readOnly: null };
    stub.publish({ type: 'changed', topics: ['workspace', 'device'] });
    return { ok: true, value: { path } };
  }

  function waitUntilStopped(signal: AbortSignal | undefined): Promise<Envelope> {
    waiting.resolve(signal);
    return new Promise((resolve) => {
      const stopped: Envelope = { ok: false, error: { code: 'unavailable', message: 'Stopped.' } };
      signal?.addEventListener('abort', () => resolve(stopped));
    });
  }

  const stub: StubApp = {
    calls: [],
    closed: false,
    waiting: waiting.promise,
    publish: (event) => listeners.forEach((listener) => listener(event)),
    async call(name, input, options = {}) {
      stub.calls.push({ name, input, options });
      if (name === 'workspace.state') return { ok: true, value: { open, recent: [] } };
      if (name === 'workspace.open' || name === 'workspace.close') return openFile(input);
      if (name === 'pipelines.list') return waitUntilStopped(options.signal);
      if (name === 'no.such') {
        return { ok: false, error: { code: 'not_found', message: 'There is no such procedure.' } };
      }
      if (name === 'services.refuse') {
        return { ok: false, error: { code: 'forbidden', message: 'Ask somebody else.' } };
      }
      return { ok: true, value: { name, input, actingAs: options.actingAs ?? null } };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      stub.closed = true;
    },
  };
  return stub;
}
