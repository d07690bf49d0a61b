import { listenOnLoopback, record, type Loopback, type RecordedRequest } from './loopback.ts';

/** Another origin, where no credential may ever arrive: it remembers all it is asked. */
export type Elsewhere = Loopback & { requests: RecordedRequest[] };

/** Answers everything with an empty page of runs, so that a client that follows would go on happily. */
export async function startElsewhere(): Promise<Elsewhere> {
  const requests: RecordedRequest[] = [];
  const loopback = await listenOnLoopback((request, response) => {
    requests.push(record(request));
    response.setHeader('content-type', 'application/json');
    response.end('{"total_count":0,"workflow_runs":[]}');
  });
  return { ...loopback, requests };
}

/** Ways to another origin, from the host and port of ours (`self`) and of the other (`other`). */
export const tricks: [string, (self: URL, other: URL) => string][] = [
  ['another port', (_self, other) => `${other.origin}/repos/acme/shop`],
  ['another name of the same address', (self) => `http://localhost:${self.port}/repos/acme/shop`],
  ['another name and port', (_self, other) => `http://localhost:${other.port}/`],
  ['another loopback address', (_self, other) => `http://127.0.0.2:${other.port}/`],
  ['the address in IPv6', (_self, other) => `http://[::1]:${other.port}/`],
  ['the address mapped into IPv6', (_self, other) => `http://[::ffff:127.0.0.1]:${other.port}/`],
  ['the address as a number', (_self, other) => `http://2130706433:${other.port}/`],
  ['another scheme', (self) => `https://${self.host}/repos/acme/shop`],
  ['a scheme that is no web address', () => 'file:///etc/passwd'],
  ['a data address', () => 'data:application/json,{}'],
  ['a script', () => 'javascript:alert(1)'],
  ['a protocol-relative address', (_self, other) => `//${other.host}/repos/acme/shop`],
  ['backslashes', (_self, other) => `\\\\${other.host}\\repos\\acme\\shop`],
  ['mixed slashes', (_self, other) => `/\\${other.host}/repos/acme/shop`],
  ['our host as the user name', (self, other) => `http://${self.hostname}@${other.host}/`],
  ['our host and port as user and password', (self, other) => `http://${self.host}@${other.host}/`],
  ['a user name on our own host', (self) => `http://someone@${self.host}/repos/acme/shop`],
  ['a user and a password on our own host', (self) => `http://a:b@${self.host}/repos/acme/shop`],
  ['upper case', (_self, other) => `HTTP://${other.host.toUpperCase()}/`],
  ['blanks around', (_self, other) => `  ${other.origin}/  `],
];
