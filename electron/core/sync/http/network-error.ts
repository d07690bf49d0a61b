/** What went wrong below HTTP, for people, and whether another try can help. */
export type NetworkProblem = { message: string; retry: boolean };

/**
 * fetch says "fetch failed" or "terminated" for everything; the code that tells the cases apart is
 * in its cause, or in the causes of each address tried. Null when the error is not the network's.
 */
export function networkProblem(error: unknown, origin: string): NetworkProblem | null {
  const code = codeOf(error);
  if (code === '' && !isFetchFailure(error)) return null;
  if (code === 'ENOTFOUND') {
    return {
      message: `The host of ${origin} was not found. Check the base URL, and whether this computer is online or needs a VPN`,
      retry: false,
    };
  }
  if (code === 'ECONNREFUSED') {
    return {
      message: `${origin} refused the connection: nothing listens there. Check the host and port of the base URL`,
      retry: true,
    };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|_ISSUER/.test(code)) {
    return {
      message: `The certificate of ${origin} was not accepted (${code}). If your organisation has its own authority, add its certificate to the connection (How it is reached)`,
      retry: false,
    };
  }
  if (/EPROTO|ERR_SSL/.test(code)) {
    return {
      message: `${origin} does not speak the protocol of its address. Check whether it is http:// or https:// and the port`,
      retry: false,
    };
  }
  const proxied = /Proxy response \((\d{3})\)/.exec(messagesOf(error));
  if (proxied !== null) {
    return {
      message: `The proxy did not let the request through to ${origin} (${proxied[1]}). Check the proxy of the connection, and whether it asks for a sign-in`,
      retry: false,
    };
  }
  if (/UND_ERR_SOCKET|ECONNRESET|CONTENT_LENGTH|ABORTED|EPIPE|Z_|ERR__ERROR/.test(code)) {
    return {
      message: `${origin} ended the connection before its answer was complete. Sync again; if it stays, look for a proxy between here and there`,
      retry: true,
    };
  }
  return {
    message: `${origin} could not be reached (${code || 'no reason given'}). Check the base URL and the network`,
    retry: true,
  };
}

function isFetchFailure(error: unknown): boolean {
  return error instanceof TypeError && /^(?:fetch failed|terminated)$/.test(error.message);
}

function messagesOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  return `${error.message} ${messagesOf(error.cause, depth + 1)}`;
}

function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.map((each) => codeOf(each, depth + 1)).find((code) => code !== '') ?? '';
}
