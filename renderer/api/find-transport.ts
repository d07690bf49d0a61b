import { browserTransport } from './browser-transport.ts';
import { desktopTransport } from './desktop-transport.ts';
import { carriesToken, takeToken } from './session-token.ts';
import type { Transport } from './transport.ts';

/** The way to the core that this window has; null in a browser without a token of this launch. */
export async function findTransport(view: Window & typeof globalThis): Promise<Transport | null> {
  if (view.slipway) return desktopTransport(view.slipway);
  // A fresh address pasted into this tab changes the fragment only, which loads nothing.
  view.addEventListener('hashchange', () => {
    if (carriesToken(view.location.hash)) view.location.reload();
  });
  const token = await takeToken({
    location: view.location,
    history: view.history,
    storage: view.sessionStorage,
    fetch: (input, init) => view.fetch(input, init),
  });
  return token === null ? null : browserTransport({ origin: view.location.origin, token });
}
