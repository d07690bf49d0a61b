import { alertmanager, prometheus } from '../answers/monitoring.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

/** Rows in the servers' own words. Tests may set any key, to any value, right or wrong. */
export type MonitoringAlert = Record<string, unknown>;

/** An alert of Prometheus that fires; its labels are what it is known by. */
export function aPrometheusAlert(overrides: MonitoringAlert = {}): MonitoringAlert {
  return { ...prometheus.alerts, ...overrides };
}

/** An alert of Alertmanager that fires; its fingerprint is what it is known by. */
export function anAlert(overrides: MonitoringAlert = {}): MonitoringAlert {
  return { ...alertmanager.alerts, ...overrides };
}

export type MonitoringOptions = ProviderOptions & {
  /** What the proxy before it asks for, as people type it; null lets everybody read. */
  token?: string | null;
  /** What stands before `/api`, where a proxy serves it below a path. */
  basePath?: string;
  /** Asks for this tenant, as Mimir does. */
  tenant?: string | null;
};

type State = {
  alerts: MonitoringAlert[];
  /** Groups of alerting rules; of Prometheus alone. */
  groups: unknown[];
  /** What every query gives: the values of `data`, and what it warns of. */
  result: { resultType: string; result: unknown };
  warnings: string[];
};

export type MonitoringServer = State & ProviderServer & { baseUrl: string };

/** A Prometheus on 127.0.0.1, behind a proxy where it asks for a token. */
export function startPrometheusServer(options: MonitoringOptions = {}): Promise<MonitoringServer> {
  return start(options, {
    paths: ['/api/v1/alerts', '/api/v1/rules', '/api/v1/query', '/api/v1/query_range'],
    error: (exchange, status, message, headers) =>
      reply(
        exchange,
        status,
        { status: 'error', errorType: errorTypes[status] ?? 'internal', error: message },
        headers,
      ),
    answer(exchange, state) {
      const path = exchange.url.pathname.split('/').at(-1);
      const data =
        path === 'alerts'
          ? { alerts: state.alerts }
          : path === 'rules'
            ? { groups: state.groups }
            : path === 'query'
              ? { resultType: 'scalar', result: [exchange.now / 1000, '1'] }
              : state.result;
      const { warnings } = state;
      reply(exchange, 200, { status: 'success', data, ...(warnings.length > 0 && { warnings }) });
    },
  });
}

/** An Alertmanager on 127.0.0.1, behind a proxy where it asks for a token. */
export function startAlertmanagerServer(
  options: MonitoringOptions = {},
): Promise<MonitoringServer> {
  return start(options, {
    paths: ['/api/v2/alerts'],
    error: (exchange, status, message, headers) => reply(exchange, status, message, headers),
    answer: (exchange, { alerts }) => reply(exchange, 200, alerts),
  });
}

const errorTypes: Record<number, string> = { 400: 'bad_data', 422: 'execution', 503: 'timeout' };

type Kind = {
  paths: readonly string[];
  error(exchange: Exchange, status: number, message: string, headers: Record<string, string>): void;
  answer(exchange: Exchange, state: State): void;
};

async function start(options: MonitoringOptions, kind: Kind): Promise<MonitoringServer> {
  const { token = null, basePath = '', tenant = null } = options;
  const state: State = {
    alerts: [],
    groups: [],
    result: { resultType: 'matrix', result: [] },
    warnings: [],
  };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token, basePath),
    error: kind.error,
    answer(exchange) {
      const { headers } = exchange.request;
      if (token !== null && headers.authorization !== headerOf(token)) {
        // The proxy's own page, not the server's.
        exchange.response.writeHead(401, { 'content-type': 'text/html' });
        exchange.response.end('<html><body>Authorization Required</body></html>');
      } else if (tenant !== null && headers['x-scope-orgid'] !== tenant) {
        exchange.response.writeHead(401, { 'content-type': 'text/plain' }).end('no org id\n');
      } else if (kind.paths.some((path) => exchange.url.pathname === `${basePath}${path}`)) {
        kind.answer(exchange, state);
      } else {
        exchange.response.writeHead(404, { 'content-type': 'text/plain' });
        exchange.response.end('404 page not found\n');
      }
    },
  });
  // Neither sends one.
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

function headerOf(token: string): string {
  return token.includes(':') ? `Basic ${Buffer.from(token).toString('base64')}` : `Bearer ${token}`;
}

function objections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
  basePath: string,
): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  const secret = token?.split(':').at(-1) ?? null;
  if (secret !== null && `${path}?${query}`.includes(secret)) object('the token is in the address');
  if (!path.startsWith(`${basePath}/api/`)) object('the path before it is missing');
  if (path.endsWith('/query_range')) {
    const [from, to, step] = ['start', 'end', 'step'].map((name) => Number(query.get(name)));
    const points = ((to ?? NaN) - (from ?? NaN)) / (step ?? NaN) + 1;
    if (!(points <= 11_000)) object(`${points} points a series, at most 11000`);
  }
  return found;
}

/** One series of a range, with a value every `stepSeconds` from `fromMs` on. */
export function aSeries(
  metric: Record<string, string>,
  fromMs: number,
  stepSeconds: number,
  values: readonly (string | number)[],
): { metric: Record<string, string>; values: [number, string][] } {
  return {
    metric,
    values: values.map((value, n) => [fromMs / 1000 + n * stepSeconds, String(value)]),
  };
}
