import type { ReleasePage } from '../../planning/releases/index.ts';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import { findingLook, ticketLook } from './ticket-words.ts';
import type { ItemStanding } from './use-item-tickets.ts';
import styles from './tickets.module.css';

type TicketChipProps = ItemStanding & Pick<ReleasePage, 'zone' | 'now'>;

/** How the ticket of an item stands at its tracker, and as of when. Read only. */
export function TicketChip({ ticket, finding, zone, now }: TicketChipProps) {
  const { key, asOf, connectionName, rawStatus } = ticket;
  const look = finding === undefined ? ticketLook(ticket) : findingLook(finding);
  const when = asOf === null ? 'never read' : `as of ${whenText(asOf, zone, now)}`;
  const raw = rawStatus === null ? '' : `, “${rawStatus}”`;
  const more = finding === undefined ? '' : ` ${finding.said}`;
  return (
    <span className={styles['chip']} title={`${key} at ${connectionName}${raw}, ${when}.${more}`}>
      <span className="visually-hidden">{key}: </span>
      <Status {...look} variant="plain" />
      <span className={styles['asOf']}>{when}</span>
    </span>
  );
}
