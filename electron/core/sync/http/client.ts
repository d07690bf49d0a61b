import { Refusal } from '#shared/model/refusal.ts';
import type { Clock } from '../../platform.ts';
import type { Answer, GetRequest } from './answer.ts';
import { backoffMs } from './backoff.ts';
import { redact } from './credential.ts';
import { DeadlinePassed, withDeadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import { createGate, type Gate } from './gate.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import { networkProblem } from './network-error.ts';
import { isRateLimit, serverTime, serverWaitMs, unsaidWaitMs } from './rate-limit.ts';
import type { Wait } from './wait.ts';
import { isStraight, openWay, straight, type Send, type Way } from './way.ts';

/** What the host lends: time, chance and waiting, so that tests need none of them. */
export type HttpWiring = {
  /** Sent with every request, `Slipway/1.2.0`; GitHub refuses requests without one. */
  userAgent: string;
  clock: Clock;
  /** 0 up to but not including 1. */
  random: () => number;
  wait: Wait;
  limits?: Partial<HttpLimits>;
};

/**
 * Asks one provider's API and tries again what is worth it. Throws a Refusal without any secret in
 * it when there is no answer, and the signal's reason when that fires.
 */
export type Http = {
  get(request: GetRequest): Promise<Answer>;
  /** The same, with another authority, through a proxy, or both. */
  through(way: Way): Http;
};

type Outcome =
  | { kind: 'done'; answer: Answer }
  | { kind: 'again'; ms: number }
  | { kind: 'failed'; refusal: Refusal; retry: boolean };

const worthRetrying = new Set([408, 500, 502, 503, 504]);

export function createHttp(wiring: HttpWiring): Http {
  const gates = new Map<string, Gate>();
  /** Until when (epoch milliseconds) an origin that answered well asked to be left alone. */
  const rests = new Map<string, number>();
  /** Connections are kept open between requests, so a way is opened once. */
  const ways = new Map<string, Promise<Send>>();

  function sendBy(way: Way): () => Promise<Send> {
    if (isStraight(way)) return () => Promise.resolve(straight);
    const key = JSON.stringify(way);
    return () => {
      const known = ways.get(key) ?? openWay(way);
      ways.set(key, known);
      return known;
    };
  }

  const asking = (open: () => Promise<Send>): Http => ({
    through: (way) => asking(sendBy(way)),
    async get(request) {
      const limits = { ...defaultLimits, ...wiring.limits, ...request.limits };
      const origin = ownOrigin(request);
      const gate = gates.get(origin) ?? createGate(limits.perOrigin);
      gates.set(origin, gate);
      for (let retry = 0; ; retry += 1) {
        const rest = (rests.get(origin) ?? 0) - wiring.clock();
        if (rest > 0) await wiring.wait(Math.min(rest, limits.longestWaitMs), request.signal);
        const send = await open();
        const outcome = await gate.run(
          () => once(wiring, send, request, limits, retry),
          request.signal,
        );
        if (outcome.kind === 'done') {
          const ms = askedToRest(outcome.answer);
          if (ms > 0) rests.set(origin, wiring.clock() + ms);
          return outcome.answer;
        }
        const last = retry >= limits.maxRetries;
        if (outcome.kind === 'failed' && (last || !outcome.retry)) throw outcome.refusal;
        // The place in the gate is free while waiting: others to the same host go on.
        const ms = outcome.kind === 'again' ? outcome.ms : backoffMs(retry, wiring.random);
        await wiring.wait(ms, request.signal);
      }
    },
  });
  return asking(() => Promise.resolve(straight));
}

/** A provider near its limit answers, and asks to wait before the next request all the same. */
function askedToRest(answer: Answer): number {
  if (answer.kind !== 'ok' || !answer.headers.has('retry-after')) return 0;
  return serverWaitMs(answer.headers, answer.serverNow) ?? 0;
}

/** The credential belongs to one origin; an address elsewhere here is a fault of ours or of stored data. */
function ownOrigin({ url, baseUrl }: GetRequest): string {
  const { origin } = new URL(baseUrl);
  const asked = URL.canParse(url) ? new URL(url) : null;
  if (asked?.origin !== origin || asked.username !== '' || asked.password !== '') {
    throw new Refusal(
      'forbidden',
      `An address that is not on ${origin} was about to be asked with its token; nothing was sent. Save the connection again and sync`,
    );
  }
  return origin;
}

async function once(
  wiring: HttpWiring,
  send: Send,
  request: GetRequest,
  limits: HttpLimits,
  retry: number,
): Promise<Outcome> {
  try {
    const answer = await withDeadline(limits.deadlineMs, request.signal, (signal) =>
      exchange(send, request, limits, { userAgent: wiring.userAgent, now: wiring.clock() }, signal),
    );
    if (answer.kind !== 'refused') return { kind: 'done', answer };
    const said = redact(answer.said, request.credential);
    return afterRefusal(wiring, request, limits, retry, { ...answer, said });
  } catch (error) {
    request.signal?.throwIfAborted();
    return failed(error, request, limits);
  }
}

function afterRefusal(
  wiring: HttpWiring,
  request: GetRequest,
  limits: HttpLimits,
  retry: number,
  answer: Answer & { kind: 'refused' },
): Outcome {
  const { status, headers } = answer;
  const limited = isRateLimit(status, headers);
  const last = retry >= limits.maxRetries;
  if (!limited && (last || !worthRetrying.has(status))) return { kind: 'done', answer };

  const now = wiring.clock();
  const asked = serverWaitMs(headers, serverTime(headers, now));
  const server = asked ?? (limited ? unsaidWaitMs(retry) : 0);
  const ms = Math.max(server, backoffMs(retry, wiring.random));
  if (ms <= limits.longestWaitMs && !last) return { kind: 'again', ms };
  if (!limited) return { kind: 'done', answer };

  const until = new Date(now + Math.min(ms, limits.rateLimitCapMs)).toISOString();
  const message = `${request.provider} allows no more requests for now: rate limited until ${until}. Try again after that; what was read so far is kept`;
  return { kind: 'done', answer: { kind: 'rate-limited', until, message } };
}

function failed(error: unknown, request: GetRequest, limits: HttpLimits): Outcome {
  const { credential, baseUrl } = request;
  if (error instanceof Refusal) {
    const refusal = new Refusal(error.code, redact(error.message, credential), error.fields);
    return { kind: 'failed', refusal, retry: false };
  }
  const { origin } = new URL(baseUrl);
  if (error instanceof DeadlinePassed) {
    const message = `${origin} gave no complete answer within ${limits.deadlineMs / 1000} seconds. Sync again later, or check the base URL and the network`;
    return { kind: 'failed', refusal: new Refusal('unavailable', message), retry: false };
  }
  const problem = networkProblem(error, origin);
  if (problem === null) throw error;
  const { message, retry } = problem;
  // The cause is left out on purpose: an error of fetch can quote the headers it was given.
  const refusal = new Refusal('unavailable', redact(message, credential));
  return { kind: 'failed', refusal, retry };
}
