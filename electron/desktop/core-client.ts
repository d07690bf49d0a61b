import type { Clock, Log } from '#core/platform.ts';
import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { Ask, FromCore, StartCore, ToCore } from './core-messages.ts';

/** One run of the core's process. */
export type CoreProcess = {
  post(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
};

export type CoreClientOptions = {
  fork: () => CoreProcess;
  start: Omit<StartCore, 'type' | 'open'>;
  answerAsk: (ask: Ask) => Promise<string | null>;
  /** Where the log lies, for a message about a core that does not stay up. */
  logPlace: string;
  writeLog: (text: string) => void;
  log: Log;
  clock: Clock;
};

export type RunningCall = { answer: Promise<Envelope>; cancel(): void };

export type CoreClient = {
  call(name: string, input: unknown, actingAs?: string): RunningCall;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Resolves when the workspace is one plain file again. */
  close(): Promise<void>;
};

/** A core that stops more often than this within a minute would do so for ever. */
const mostRestarts = 3;

/** The core in a process of its own: it never blocks the window, and is started again when it stops. */
export function startCoreClient(options: CoreClientOptions): CoreClient {
  const { log, clock } = options;
  const listeners = new Set<(event: AppEvent) => void>();
  const pending = new Map<number, (envelope: Envelope) => void>();
  const closed = Promise.withResolvers<void>();
  let lastId = 0;
  let openPath: string | null = null;
  let stops: number[] = [];
  let state: 'starting' | 'running' | 'given-up' = 'starting';
  let closing = false;
  /** Calls made before the process listens. */
  let waiting: ToCore[] = [];
  let core = start(false);

  function start(again: boolean): CoreProcess {
    const started = options.fork();
    started.onMessage((message) => receive(started, message, again));
    started.onExit((code) => stopped(code));
    return started;
  }

  function receive(from: CoreProcess, message: FromCore, again: boolean): void {
    switch (message.type) {
      case 'hello':
        return from.post({ type: 'start', ...options.start, open: openPath });
      case 'ready':
        state = 'running';
        waiting.forEach((each) => from.post(each));
        waiting = [];
        if (again) publish({ type: 'restarted', message: restartedMessage });
        return;
      case 'answered':
        pending.get(message.id)?.(message.envelope);
        pending.delete(message.id);
        return;
      case 'event':
        return publish(message.event);
      case 'opened':
        openPath = message.path;
        return;
      case 'ask':
        return void answer(from, message.id, message.ask);
      case 'log':
        return options.writeLog(message.text);
      case 'closed':
        return closed.resolve();
      default:
        return assertNever(message);
    }
  }

  async function answer(from: CoreProcess, id: number, ask: Ask): Promise<void> {
    try {
      from.post({ type: 'answer', id, value: await options.answerAsk(ask) });
    } catch (error) {
      log.error(`The main process could not do what the core asked for (${ask.what})`, error);
      const message = error instanceof Error ? error.message : String(error);
      from.post({ type: 'refused', id, message });
    }
  }

  function stopped(code: number): void {
    if (closing) return closed.resolve();
    log.error('The core process stopped', `exit code ${code}`);
    const now = clock();
    stops = [...stops.filter((at) => now - at < 60_000), now];
    state = stops.length > mostRestarts ? 'given-up' : 'starting';
    const lost = unavailable(state === 'given-up' ? givenUpMessage() : lostMessage);
    waiting = [];
    pending.forEach((settle) => settle(lost));
    pending.clear();
    if (state === 'starting') core = start(true);
    else publish({ type: 'restarted', message: givenUpMessage() });
  }

  function publish(event: AppEvent): void {
    listeners.forEach((listener) => listener(event));
  }

  function post(message: ToCore): void {
    if (state === 'starting') waiting.push(message);
    else core.post(message);
  }

  function givenUpMessage(): string {
    return `The core of Slipway stopped ${stops.length} times within a minute and was not started again. Quit Slipway and start it anew; the log at ${options.logPlace} says why it stopped.`;
  }

  return {
    call(name, input, actingAs) {
      if (state === 'given-up') {
        const answer = Promise.resolve(unavailable(givenUpMessage()));
        return { answer, cancel: () => undefined };
      }
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<Envelope>();
      pending.set(id, resolve);
      post({ type: 'call', id, name, input, actingAs });
      return { answer: promise, cancel: () => post({ type: 'cancel', id }) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (state === 'given-up') return;
      closing = true;
      post({ type: 'close' });
      await closed.promise;
      core.kill();
    },
  };
}

const restartedMessage =
  'The core of Slipway stopped and was started again. Everything that was confirmed is saved; look whether your last change is there, and make it again if it is not.';
const lostMessage =
  'The core of Slipway stopped before it answered and is being started again. Look whether this change is there, and make it again if it is not.';

function unavailable(message: string): Envelope {
  return { ok: false, error: { code: 'unavailable', message } };
}
