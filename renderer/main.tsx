import './api/schema-mode.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findTransport } from './api/find-transport.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/App.tsx';
import { createAppRouter } from './app/routes/router.tsx';
import { NoSession } from './app/shell/NoSession.tsx';
import { SlipwayTheme } from './app/theme/SlipwayTheme.tsx';
import { startClock } from './state/clock.ts';

/** Wires the window together: the only place here that reads the clock and looks at the window. */
async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no element with the id root.');
  startClock(() => Date.now());
  // The token has to be off the address before the router reads its route from it.
  const transport = await findTransport(window);
  const page =
    transport === null ? (
      <NoSession reason="no-token" />
    ) : (
      <App transport={transport} queries={createQueryClient()} router={createAppRouter()} />
    );
  createRoot(container).render(
    <StrictMode>
      <SlipwayTheme>{page}</SlipwayTheme>
    </StrictMode>,
  );
}

void start();
