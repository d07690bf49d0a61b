import type { Fault } from './faults.ts';
import { listenOnLoopback, record, type RecordedRequest } from './loopback.ts';
import { plainBehaviour, type Behaviour, type Exchange } from './reply.ts';

/** What every provider's server on loopback has, whatever it answers. */
export type ProviderServer = {
  origin: string;
  behaviour: Behaviour;
  requests: RecordedRequest[];
  /** Objections to requests; expect it to be empty at the end of every test. */
  problems: string[];
  /** Answers the next `times` requests (whose address matches `to`) this way, before all else. */
  fail(fault: Fault, options?: { times?: number; to?: RegExp }): void;
  /** Answers as it should again, whatever was still planned. */
  heal(): void;
  close(): Promise<void>;
};

export type ProviderOptions = {
  /** The server's clock, epoch milliseconds. */
  clock?: () => number;
  port?: number;
};

type Provided = {
  /** What the provider, or the person who gave the token, would object to. */
  objections(request: RecordedRequest): string[];
  /** An error in the provider's shape. */
  error(exchange: Exchange, status: number, message: string, headers: Headers): void;
  answer(exchange: Exchange): void;
};
type Headers = Record<string, string>;

const fixedTime = Date.UTC(2026, 1, 1, 12, 0, 0);

export async function startProviderServer(
  { clock = () => fixedTime, port }: ProviderOptions,
  provided: Provided,
): Promise<ProviderServer> {
  const behaviour = { ...plainBehaviour };
  const requests: RecordedRequest[] = [];
  const problems: string[] = [];
  const faults: { fault: Fault; left: number; to: RegExp }[] = [];
  const loopback = await listenOnLoopback((request, response) => {
    const recorded = record(request);
    requests.push(recorded);
    problems.push(...provided.objections(recorded));
    const now = clock();
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    const exchange: Exchange = {
      ...{ request, response, url, origin, now, behaviour },
      error: (status, message, headers = {}) => provided.error(exchange, status, message, headers),
    };
    response.setHeader('date', new Date(now + behaviour.dateSkewMs).toUTCString());
    const planned = faults.find(({ left, to }) => left > 0 && to.test(request.url ?? ''));
    if (planned === undefined) {
      provided.answer(exchange);
      return;
    }
    planned.left -= 1;
    planned.fault(exchange);
  }, port);
  return {
    ...{ origin: loopback.origin, behaviour, requests, problems, close: loopback.close },
    fail: (fault, { times = 1, to = /(?:)/ } = {}) => {
      faults.push({ fault, left: times, to });
    },
    heal: () => {
      faults.length = 0;
    },
  };
}
