import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';
import type { TokenRing } from './tokens.ts';

/**
 * What a request must show before anything looks at its path. A page of another site can send
 * requests to a loopback port; the Host header stops names that resolve to this machine, the
 * Origin header stops everything a browser sends for another page.
 */
export type Gatekeeper = {
  /** `host:port` texts a request may be addressed to. */
  hosts: readonly string[];
  /** Origins whose pages may send requests. */
  origins: readonly string[];
};

export function gatekeeper(port: number, devOrigin: string | null): Gatekeeper {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const own = hosts.map((host) => `http://${host}`);
  return { hosts, origins: devOrigin ? [...own, devOrigin] : own };
}

export function checkAddress(keeper: Gatekeeper, headers: IncomingHttpHeaders): void {
  const { host, origin } = headers;
  if (!host || !keeper.hosts.includes(host)) {
    throw new HttpRefusal(
      403,
      'forbidden',
      `Expected the Host header ${keeper.hosts[0]} and found ${shown(host)}. Open the address that the program printed.`,
    );
  }
  // Programs that are no browser send no Origin; they are held by the token alone.
  if (origin !== undefined && !keeper.origins.includes(origin)) {
    throw new HttpRefusal(
      403,
      'forbidden',
      `Expected a request from Slipway's own page and found the origin ${shown(origin)}. Other pages cannot use this address; open the one that the program printed.`,
    );
  }
}

export function checkToken(tokens: TokenRing, headers: IncomingHttpHeaders): void {
  const given = /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1];
  if (given === undefined || !tokens.accepts(given)) {
    const found = headers.authorization === undefined ? 'no token' : 'a token that is not valid';
    throw new HttpRefusal(
      401,
      'forbidden',
      `Expected "Authorization: Bearer" with the token of this launch and found ${found}. Open the address that the program printed when it was last started; the token is in it after "#token=".`,
      { 'www-authenticate': 'Bearer' },
    );
  }
}

/** Header text in a message: short, and without anything that could break a line. */
function shown(text: string | undefined): string {
  if (text === undefined || text === '') return 'none';
  return `"${text.slice(0, 100).replace(/[^\x20-\x7e]/g, '?')}"`;
}
