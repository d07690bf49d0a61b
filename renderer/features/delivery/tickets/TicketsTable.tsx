import { useMemo, useState } from 'react';
import type { TicketView } from '#shared/model/delivery/tickets.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageTurner } from '../../../components/PageTurner.tsx';
import { useNow } from '../../../state/clock.ts';
import { ticketColumns } from './ticket-columns.tsx';
import { askedBy, noFilter } from './ticket-filter.ts';
import { TicketFilters } from './TicketFilters.tsx';
import styles from './tickets.module.css';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const none: readonly TicketView[] = [];

type TicketsTableProps = {
  connectionId: string;
  selectedId: string | null;
  onSelect: (ticket: TicketView | null) => void;
};

/** The tickets of a connection, the last changed first, a thousand at a time. */
export function TicketsTable({ connectionId, selectedId, onSelect }: TicketsTableProps) {
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(0);
  const choices = useProcedure('tickets.choices', { connectionId }).data;
  const list = useProcedure(
    'tickets.list',
    { connectionId, ...askedBy(filter), limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const columns = useMemo(() => ticketColumns(zone, now), [zone, now]);
  const tickets = list.data?.tickets ?? none;
  const total = list.data?.total ?? 0;
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <div className={styles['tickets']}>
      <DataTable
        label="Tickets"
        remember="tickets of one"
        noun={['ticket', 'tickets']}
        rows={tickets}
        columns={columns}
        rowId={({ id }) => id}
        state={tableState(
          list,
          list.error && errorParts('The tickets could not be read', list.error),
        )}
        selectedId={selectedId}
        onSelect={(id) => onSelect(tickets.find((each) => each.id === id) ?? null)}
        filters={
          <TicketFilters
            {...{ filter, choices }}
            onFilter={(next) => {
              setFilter(next);
              setPage(0);
            }}
          />
        }
        empty={
          <Empty
            small
            text={
              isFiltered
                ? 'No ticket fits.'
                : 'No ticket has been read yet. Sync the connection, or import an exported file.'
            }
          />
        }
      />
      <PageTurner {...{ page, pageSize, total }} what="tickets" onTurn={setPage} />
    </div>
  );
}
