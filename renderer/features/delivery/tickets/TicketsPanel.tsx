import { useState } from 'react';
import type { TicketView } from '#shared/model/delivery/tickets.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { TicketInspector } from './TicketInspector.tsx';
import { TicketsTable } from './TicketsTable.tsx';

/** The tickets of a connection, with the selected one beside them. */
export function TicketsPanel({ connectionId }: { connectionId: string }) {
  const [chosen, setChosen] = useState<TicketView | null>(null);
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <SplitView
      fills
      inspector={
        chosen && (
          <TicketInspector ticket={chosen} {...{ zone, now }} onClose={() => setChosen(null)} />
        )
      }
    >
      <TicketsTable
        connectionId={connectionId}
        selectedId={chosen?.id ?? null}
        onSelect={setChosen}
      />
    </SplitView>
  );
}
