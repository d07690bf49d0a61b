import Button from '@mui/material/Button';
import { Check, OctagonX } from 'lucide-react';
import { mostFound, type TakeableTicket } from '#shared/model/delivery/tickets.ts';
import { whyLeft } from '#shared/rules/delivery/tickets/item.ts';
import choice from '../../../components/form/Choice.module.css';
import { PasteLine } from '../../../components/paste/PasteLines.tsx';
import { Status } from '../../../components/Status.tsx';
import { ProviderLink } from '../pipelines/index.ts';
import { counted, takenInWords, ticketLook } from './ticket-words.ts';
import styles from './tickets.module.css';
import paste from '../../../components/paste/paste.module.css';

type TicketRowsProps = {
  tickets: readonly TakeableTicket[];
  /** There are more than are shown. */
  more: boolean;
  releaseId: string;
  isChosen: (ticket: TakeableTicket) => boolean;
  isAll: boolean;
  onTurn: (externalId: string) => void;
  onTurnAll: (on: boolean) => void;
};

/** Each ticket as it would be added, or why it is not. */
export function TicketRows(props: TicketRowsProps) {
  const { tickets, more, releaseId, isChosen, isAll, onTurn, onTurnAll } = props;
  const canChoose = tickets.some((each) => whyLeft(each, each.taken, releaseId) === null);
  return (
    <>
      <div className={styles['over']}>
        <p className={styles['count']} role="status">
          {tickets.length === 0 ? 'No ticket fits.' : `${counted(tickets.length, 'ticket')}.`}
          {more && ` There are more than ${mostFound}; narrow the question for them.`}
        </p>
        {canChoose && (
          <Button size="small" variant="text" onClick={() => onTurnAll(!isAll)}>
            {isAll ? 'Choose none' : 'Choose all'}
          </Button>
        )}
      </div>
      {tickets.length > 0 && (
        // A scroller that held nothing to focus could not be scrolled by keyboard.
        <ul className={paste['lines']} aria-label="Tickets to choose from" tabIndex={0}>
          {tickets.map((ticket, index) => {
            const reason = whyLeft(ticket, ticket.taken, releaseId);
            return (
              <PasteLine key={ticket.externalId} line={index + 1}>
                <RowMark
                  ticket={ticket}
                  isLeft={reason !== null}
                  isChosen={isChosen(ticket)}
                  onTurn={() => onTurn(ticket.externalId)}
                />
                <RowWords ticket={ticket} />
                <RowRemark ticket={ticket} reason={reason} releaseId={releaseId} />
              </PasteLine>
            );
          })}
        </ul>
      )}
    </>
  );
}

type RowMarkProps = {
  ticket: TakeableTicket;
  isLeft: boolean;
  isChosen: boolean;
  onTurn: () => void;
};

function RowMark({ ticket, isLeft, isChosen, onTurn }: RowMarkProps) {
  if (isLeft) {
    return ticket.status === 'skipped' ? (
      <OctagonX className={styles['quiet']} size={16} aria-hidden />
    ) : (
      <Check className={styles['there']} size={16} aria-hidden />
    );
  }
  return (
    <input
      type="checkbox"
      className={choice['box']}
      aria-label={`Add ${ticket.name}`}
      checked={isChosen}
      onChange={onTurn}
    />
  );
}

function RowWords({ ticket }: { ticket: TakeableTicket }) {
  const { name, title, type, releases, labels, url } = ticket;
  return (
    <span className={paste['words']}>
      <span className={paste['item']}>
        <code>{name}</code>
        <bdi className={paste['title']}>{title}</bdi>
        <ProviderLink url={url} what={name} />
      </span>
      <span className={paste['facts']}>
        <Status {...ticketLook(ticket)} variant="plain" />
        {type !== '' && <bdi>{type}</bdi>}
        {releases.length > 0 && <bdi>{releases.join(', ')}</bdi>}
        {labels.length > 0 && <bdi>{labels.join(', ')}</bdi>}
      </span>
    </span>
  );
}

type RowRemarkProps = { ticket: TakeableTicket; reason: string | null; releaseId: string };

function RowRemark({ ticket, reason, releaseId }: RowRemarkProps) {
  const elsewhere = ticket.taken.filter((each) => each.releaseId !== releaseId);
  if (reason === null && elsewhere.length === 0) return null;
  return (
    <span className={styles['reason']}>
      {reason !== null && <span className="visually-hidden">Not added: </span>}
      {reason ?? <bdi>Also in {takenInWords(elsewhere)}.</bdi>}
    </span>
  );
}
