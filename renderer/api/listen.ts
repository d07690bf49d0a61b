import type { QueryClient } from '@tanstack/react-query';
import { useConnection } from '../state/connection.ts';
import { useProgress } from '../state/progress.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { invalidateTopics } from './topics.ts';
import type { Transport } from './transport.ts';

/** Brings what the core tells by itself to the screens. Gives back how to stop. */
export function listen(transport: Transport, queries: QueryClient): () => void {
  const stopEvents = transport.onEvent((event) => {
    switch (event.type) {
      case 'changed':
        void invalidateTopics(queries, event.topics);
        return;
      case 'progress':
        useProgress.getState().put(event.progress);
        return;
      case 'restarted':
        useConnection.getState().setRestarted(event.message);
        void queries.invalidateQueries();
        return;
      default:
        assertNever(event);
    }
  });
  const stopLink = transport.onLink((link) => {
    const before = useConnection.getState().link;
    useConnection.getState().setLink(link);
    // What changed while nothing was heard is unknown, so everything is asked for again.
    if (before === 'lost' && link === 'connected') void queries.invalidateQueries();
  });
  return () => {
    stopEvents();
    stopLink();
  };
}
