import type { Output, Parsed, ProcedureName } from '#shared/contract/index.ts';
import type { Progress } from '#shared/contract/procedure.ts';
import type { Clock, Log, Platform, RandomBytes } from './platform.ts';
import type { Store } from './database/store.ts';
import type { Write } from './database/write.ts';
import type { Route } from './router.ts';
import type { Session } from './session.ts';
import type { Http } from './sync/http/client.ts';

/** What a handler works with, beside its input. */
export type Context = {
  /** The time of this call, milliseconds since 1970. */
  now: number;
  /** Aborted when the caller went away or cancelled. */
  signal: AbortSignal;
  /** The open workspace; refuses (`precondition_failed`) when none is open. */
  readonly store: Store;
  session: Session;
  platform: Platform;
  clock: Clock;
  randomBytes: RandomBytes;
  log: Log;
  /** Asks providers; the one way out to the network. */
  http: Http;
  /** The acting person's id; null only in a workspace that has no people yet. */
  actorId(): string | null;
  /** The acting person's id; refuses where nobody is chosen. */
  requireActor(): string;
  /**
   * The writes of this command, in one durable transaction. Never async. Undo and redo give the id
   * of the command they are about, which the journal keeps behind their name.
   */
  transact<T>(work: (write: Write) => T, of?: string): T;
  /** What `transact` does with work within its transaction, for the demo, which has a file of its own. */
  withDerived<T>(store: Store, write: Write, work: (write: Write) => T): T;
  /** Starts reporting long work under the caller's id; `signal` ends when it is cancelled. */
  startProgress(id: string | undefined, what: string): RunningProgress;
  progress: ProgressBoard;
  /** The router itself, for the demo, which is made by the procedures people call. */
  route: Route;
};

export type RunningProgress = {
  signal: AbortSignal;
  report(done: number, total: number | null): void;
  end(state: 'done' | 'cancelled' | 'failed'): void;
};

export type ProgressBoard = { list(): Progress[]; cancel(id: string): boolean };

export type Handler<N extends ProcedureName> = (
  input: Parsed<N>,
  context: Context,
) => Output<N> | Promise<Output<N>>;

/** A feature's handlers; spread together in app.ts they must cover the whole contract. */
export type Handlers<N extends ProcedureName> = { [Name in N]: Handler<Name> };
