import type { SlipwayBridge } from './bridge.ts';
import { unreachable, type Transport } from './transport.ts';

/** Calls over the desktop's two channels. A crash of the core is told by a `restarted` event. */
export function desktopTransport(bridge: SlipwayBridge): Transport {
  let calls = 0;
  return {
    async call(name, input, signal) {
      signal?.throwIfAborted();
      calls += 1;
      const key = `call ${calls}`;
      // An abort signal does not pass the bridge; a key does.
      const cancel = (): void => void bridge.cancel(key);
      signal?.addEventListener('abort', cancel);
      try {
        return await bridge.call(name, input, signal ? { key } : {});
      } catch {
        return unreachable();
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    onEvent: (listener) => bridge.onEvent(listener),
    onLink(listener) {
      listener('connected');
      return () => undefined;
    },
    upload: null,
    pathOf: (file) => bridge.pathOf(file),
  };
}
