import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { TransportContext } from '../api/api-context.ts';
import { listen } from '../api/listen.ts';
import type { Transport } from '../api/transport.ts';
import { useFormats } from '../state/formats.ts';
import { useConnection } from '../state/connection.ts';
import type { AppRouter } from './routes/router.tsx';
import { NoSession } from './shell/NoSession.tsx';

type AppProps = { transport: Transport; queries: QueryClient; router: AppRouter };

/** The application over a way to the core. */
export function App({ transport, queries, router }: AppProps) {
  // Dates and numbers stand in words all over: with another manner the screen is drawn anew.
  const manner = useFormats((state) => state.locale);
  const refused = useConnection((state) => state.link === 'refused');
  useEffect(() => listen(transport, queries), [transport, queries]);
  if (refused) return <NoSession reason="other-launch" />;
  return (
    <TransportContext value={transport}>
      <QueryClientProvider client={queries}>
        <RouterProvider key={manner} router={router} />
      </QueryClientProvider>
    </TransportContext>
  );
}
