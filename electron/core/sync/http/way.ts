import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import type { Agent, ProxyAgent } from 'undici';
import { Refusal } from '#shared/model/refusal.ts';

/** How a server is reached that the world cannot reach, or does not vouch for. */
export type Way = {
  /** PEM certificates that are trusted beside those this machine trusts; null for none. */
  ca: string | null;
  /** `http://host:port`; null goes straight there. */
  proxy: string | null;
  /** A client's own certificate and its key, both PEM. */
  identity?: { cert: string; key: string };
};

/** Sends one request. Redirects are never followed by it. */
export type Send = (
  url: string,
  init: { method: 'GET' | 'HEAD'; headers: Headers; redirect: 'manual'; signal: AbortSignal },
) => Promise<Sent>;

/** What came back, as far as it is looked at. */
export type Sent = {
  status: number;
  headers: Headers;
  body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null;
};

export const straight: Send = (url, init) => fetch(url, init);

export function isStraight({ ca, proxy, identity }: Way): boolean {
  return ca === null && proxy === null && identity === undefined;
}

/** The library that can do it is loaded when the first such connection is asked. */
export async function openWay(way: Way): Promise<Send> {
  const { Agent, fetch: send, ProxyAgent } = await import('undici');
  const tls = {
    ...(way.ca === null ? {} : { ca: [...getCACertificates('default'), way.ca] }),
    ...way.identity,
  };
  const dispatcher: Agent | ProxyAgent =
    way.proxy === null
      ? new Agent({ connect: tls })
      : new ProxyAgent({ uri: way.proxy, requestTls: tls, proxyTls: tls });
  return async (url, { headers, ...init }) => {
    const answer = await send(url, { ...init, headers: [...headers], dispatcher });
    return { status: answer.status, headers: new Headers([...answer.headers]), body: answer.body };
  };
}

/** One authority of a connection, as people can check it. */
export type Authority = { subject: string; validTo: string };

/**
 * The certificates in a PEM text, in their order. Refuses (`invalid_input`, field `ca`) a text with a
 * private key, with none, and with one that cannot be read.
 */
export function authoritiesIn(pem: string): Authority[] {
  if (/PRIVATE KEY/.test(pem)) {
    throw refuse(
      'There is a private key in it, which belongs in no workspace. Give the certificate of the authority only',
    );
  }
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) {
    throw refuse(
      'This is no certificate. Expected PEM text that begins with -----BEGIN CERTIFICATE-----; ask who runs the server for the certificate of its authority',
    );
  }
  return blocks.map((block, n) => {
    try {
      const { subject, validToDate } = new X509Certificate(block);
      return { subject: subject.replaceAll('\n', ', '), validTo: validToDate.toISOString() };
    } catch {
      throw refuse(
        `Certificate ${n + 1} cannot be read. Copy it again, from its BEGIN line to its END line`,
      );
    }
  });
}

/** `http://host:port`, without a path. Refuses (`invalid_input`, field `proxy`) anything else. */
export function parseProxy(typed: string): string {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw refuse(
      `“${text.slice(0, 80)}” is no address of a proxy. Type one such as http://proxy.example.com:3128`,
      'proxy',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse(
      'The address holds a user name or password, which would be stored with it. Use a proxy that lets this machine through without one, or a local one that signs in',
      'proxy',
    );
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw refuse('A proxy has no path. Type its scheme, host and port only', 'proxy');
  }
  return url.origin;
}

function refuse(message: string, field: 'ca' | 'proxy' = 'ca'): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
