import { contract, isProcedure } from '#shared/contract/index.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { AppEvent } from '#shared/contract/procedure.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Context, Handlers } from './context.ts';
import { inWords } from './database/failures.ts';
import { createIds } from './database/ids.ts';
import type { Store } from './database/store.ts';
import type { Write } from './database/write.ts';
import { derived, features } from './features/index.ts';
import type { App, AppOptions, CallOptions } from './platform.ts';
import { createProgressBoard } from './progress.ts';
import { createRouter } from './router.ts';
import { createHttp } from './sync/http/client.ts';
import { waitFor } from './sync/http/wait.ts';
import { version } from './version.ts';
import { createSession, hasPeople, requireStore, resolveActor } from './session.ts';

/** The whole program over the abilities of a host. Holds one open workspace; see `App`. */
export function createApp(options: AppOptions): App {
  const { platform, clock, randomBytes, log, wait = waitFor } = options;
  const listeners = new Set<(event: AppEvent) => void>();
  const publish = (event: AppEvent) => listeners.forEach((listener) => listener(event));
  const session = createSession();
  const progress = createProgressBoard(clock, publish);
  const http = createHttp({
    userAgent: `Slipway/${version}`,
    clock,
    random: () => (randomBytes(1)[0] ?? 0) / 256,
    wait,
  });
  const newId = createIds(clock, randomBytes);
  const handlers: Handlers<ProcedureName> = features;
  const route = createRouter(handlers, log, (error) =>
    inWords(error, session.current()?.path ?? 'the workspace'),
  );

  function contextFor(
    name: ProcedureName,
    call: CallOptions,
    onWrite: (settled: boolean) => void,
  ): Context {
    const signal = call.signal ?? new AbortController().signal;
    const context: Context = {
      now: clock(),
      signal,
      session,
      platform,
      clock,
      randomBytes,
      log,
      http,
      progress: progress.board,
      route,
      get store() {
        return requireStore(session);
      },
      actorId: () => resolveActor(context.store, platform.settings, call.actingAs),
      requireActor() {
        const actorId = context.actorId();
        if (actorId !== null) return actorId;
        throw new Refusal(
          'precondition_failed',
          'Nobody is chosen as the person who works here. Choose who you are first (on the command line: --as NAME).',
        );
      },
      transact(work, of) {
        const { store } = context;
        const actorId = hasPeople(store) ? context.requireActor() : null;
        const command = of === undefined ? name : `${name} ${of}`;
        let settled = false;
        const result = store.transact(command, actorId, (write) => {
          const done = withDerived(store, write, work);
          settled = done.settled;
          return done.result;
        });
        onWrite(settled);
        return result;
      },
      withDerived: (held, write, work) => withDerived(held, write, work).result,
      startProgress: (id, what) => progress.start(id ?? newId(), what, signal),
    };
    return context;
  }

  return {
    async call(name, input, call = {}) {
      let wrote = false;
      let gatesSettled = false;
      const envelope = await route(name, input, (known) =>
        contextFor(known, call, (settled) => {
          wrote = true;
          gatesSettled ||= settled;
        }),
      );
      const known = isProcedure(name) ? contract[name] : null;
      if (known?.kind === 'command' && (wrote || envelope.ok)) {
        const more = gatesSettled ? (['gates', 'releases'] as const) : [];
        publish({ type: 'changed', topics: [...new Set([...known.topics, ...more])] });
      }
      return envelope;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      progress.board.list().forEach(({ id }) => progress.board.cancel(id));
      session.replace(null);
      listeners.clear();
    },
  };
}

/** The writes of a command, and after them those of the rules that derive rows from what it changed. */
function withDerived<T>(store: Store, write: Write, work: (write: Write) => T) {
  const { write: watched, touched } = derived.watchWrites(write, store);
  const result = work(watched);
  return { result, settled: derived.settle(watched, store, touched()) };
}
