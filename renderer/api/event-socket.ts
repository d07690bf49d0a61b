import type { AppEvent } from '#shared/contract/procedure.ts';
import { isAppEvent, parseJson } from './envelope.ts';

export type EventSocketOptions = {
  url: string;
  token: string;
  onEvent: (event: AppEvent) => void;
  /** Open again, or closed by anything but `close()`. */
  onOpen: () => void;
  onLost: () => void;
};

/** Milliseconds between tries: quick at first, since most losses are a restart of the host. */
const pauses = [250, 500, 1000, 2000, 4000, 8000];

/** A WebSocket that comes back by itself. Gives back how to close it for good. */
export function openEventSocket(options: EventSocketOptions): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  function connect(): void {
    socket = new WebSocket(options.url, ['slipway.v1', `bearer.${options.token}`]);
    socket.addEventListener('open', () => {
      failures = 0;
      options.onOpen();
    });
    socket.addEventListener('message', ({ data }) => {
      const event = typeof data === 'string' ? parseJson(data) : null;
      if (isAppEvent(event)) options.onEvent(event);
    });
    socket.addEventListener('close', () => {
      if (closed) return;
      options.onLost();
      timer = setTimeout(connect, pauses[Math.min(failures, pauses.length - 1)]);
      failures += 1;
    });
  }

  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    socket?.close();
  };
}
