import type { Context } from '#core/context.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { hasPeople } from '#core/session.ts';
import type { Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { createFile } from '../create.ts';
import type { NewWorkspace } from '../create.ts';
import { createChance } from './seeded-chance.ts';

/**
 * A workspace of its own whose clock and chance are scripted: the demo's people act on it through
 * the real procedures, so that every rule holds and history and journal are real.
 */
export type Stage = {
  store: Store;
  /** The time of everything from here on, milliseconds since 1970; never set back. */
  setClock(now: number): void;
  now(): number;
  /** Runs a procedure as a person; null only while there are no people. Throws when it is refused. */
  call<N extends ProcedureName>(name: N, input: Input<N>, as: string | null): Promise<Output<N>>;
  /** Writes what no procedure does yet, journaled as the making of the demo. */
  write<T>(as: string, work: (write: Write) => T): T;
  close(): void;
};

/** The device that made the file: always the same, so that its journal is. */
const deviceId = '0190a0a0-0000-7000-8000-00000000de30';

export function openStage(file: NewWorkspace, start: number, context: Context): Stage {
  let now = start;
  const clock = () => now;
  const { bytes } = createChance(20_251_124);
  const platform = scriptedPlatform(context);
  const store = createFile(file, { platform, clock, randomBytes: bytes });
  // Nothing of value is in the file until it is done; the last step makes it durable.
  store.raw.pragma('synchronous = OFF');
  const { route } = context;
  const session = { current: () => store, replace: refuseToReplace };

  function contextFor(name: ProcedureName, as: string | null): Context {
    const requireActor = () => {
      if (as === null) throw new Error(`${name} needs somebody who acts`);
      return as;
    };
    return {
      ...{ now, store, session, platform, clock },
      randomBytes: bytes,
      signal: context.signal,
      log: context.log,
      http: context.http,
      progress: context.progress,
      route,
      startProgress: context.startProgress,
      actorId: () => as,
      requireActor,
      withDerived: context.withDerived,
      transact: (work) =>
        store.transact(name, hasPeople(store) ? requireActor() : null, (write) =>
          context.withDerived(store, write, work),
        ),
    };
  }

  return {
    store,
    now: clock,
    setClock(next) {
      now = Math.max(now, next);
    },
    async call(name, input, as) {
      const envelope = await route(name, input, (known) => contextFor(known, as));
      if (!envelope.ok) throw failureOf(name, envelope.error);
      const { value } = envelope;
      if (!isOutput(name, value)) throw new Error(`${name} answered nothing`);
      return value;
    },
    write: (as, work) => store.transact('workspace.openDemo', as, work),
    close() {
      if (store.raw.open) {
        // Whoever opens it first claims it, as after a copy; the path it was made at says nothing.
        store.raw.prepare("DELETE FROM meta WHERE key = 'device_marker'").run();
        store.raw.pragma('synchronous = FULL');
      }
      store.close();
    },
  };
}

/** The router has validated it against the contract; this states its type once. */
function isOutput<N extends ProcedureName>(_name: N, value: unknown): value is Output<N> {
  return value !== undefined;
}

/** A full disk is the user's to mend; anything else refused is a mistake in the sample. */
function failureOf(name: ProcedureName, { code, message }: CallError): Error {
  if (code === 'unavailable') return new Refusal(code, message);
  return new Error(`The demo's ${name} was refused: ${message}`);
}

function refuseToReplace(): never {
  throw new Error('The demo works on one file only');
}

/** Neither this device's settings nor its secrets have a part in the demo. */
function scriptedPlatform({ platform }: Context): Context['platform'] {
  return {
    ...platform,
    settings: { read: () => ({ deviceId, recent: [], actingAs: {} }), write: () => undefined },
    secrets: {
      protection: () => 'memory',
      locked: () => false,
      unlock: async () => undefined,
      get: async () => null,
      set: async () => undefined,
      delete: async () => undefined,
    },
    uploads: new Map(),
  };
}
