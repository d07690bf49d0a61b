import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';
import { isEnvelope, parseJson } from './envelope.ts';
import { openEventSocket } from './event-socket.ts';
import { listeners } from './listeners.ts';
import { unreachable, type LinkState, type Transport } from './transport.ts';
import { uploadFile } from './upload.ts';

export type BrowserTransportOptions = {
  /** Where the host answers, `http://127.0.0.1:4711`. */
  origin: string;
  token: string;
};

/** Calls over HTTP, events over a WebSocket, to the host that served this page. */
export function browserTransport({ origin, token }: BrowserTransportOptions): Transport {
  const events = listeners<AppEvent>();
  const links = listeners<LinkState>();
  let link: LinkState = 'connected';

  function setLink(state: LinkState): void {
    // A refused token stays refused: the launch it belonged to is over.
    if (link === state || link === 'refused') return;
    link = state;
    links.tell(state);
    if (state === 'refused') closeSocket();
  }

  async function call(name: string, input: unknown, signal?: AbortSignal): Promise<Envelope> {
    let text: string;
    try {
      const response = await fetch(`${origin}/api/call/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
        signal: signal ?? null,
      });
      if (response.status === 401) setLink('refused');
      text = await response.text();
    } catch {
      signal?.throwIfAborted();
      return unreachable();
    }
    const answer = parseJson(text);
    return isEnvelope(answer) ? answer : unreachable();
  }

  const closeSocket = openEventSocket({
    url: `${origin.replace(/^http/, 'ws')}/api/events`,
    token,
    onEvent: events.tell,
    onOpen: () => setLink('connected'),
    onLost: () => {
      setLink('lost');
      // The handshake does not tell why it failed; a call does when the token is the reason.
      void call('device.info', {});
    },
  });

  return {
    call,
    onEvent: events.add,
    onLink(listener) {
      listener(link);
      return links.add(listener);
    },
    upload: (upload) => uploadFile({ ...upload, origin, token }),
  };
}
