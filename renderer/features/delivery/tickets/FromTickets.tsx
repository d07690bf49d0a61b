import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { mostFound } from '#shared/model/delivery/tickets.ts';
import { whyLeft } from '#shared/rules/delivery/tickets/item.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Empty } from '../../../components/Empty.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { TicketRows } from './TicketRows.tsx';
import { TicketSource } from './TicketSource.tsx';
import { counted, takenFrom } from './ticket-words.ts';
import { useTicketChoice } from './use-ticket-choice.ts';
import styles from './tickets.module.css';

type FromTicketsProps = {
  page: ReleasePage;
  /** Why it comes after the scope freeze; ignored before it. */
  lateReason: string;
  onClose: () => void;
};

const none: ReadonlySet<string> = new Set();

/** Tickets of a tracker, chosen row by row as they would be added. */
export function FromTickets({ page, lateReason, onClose }: FromTicketsProps) {
  const choice = useTicketChoice();
  const { tracker, trackers, tickets, release } = choice;
  const [chosen, setChosen] = useState(none);
  const [follows, setFollows] = useState(true);
  const take = useCommand('tickets.take');
  const { id: releaseId } = page.release;
  const open = tickets?.filter((each) => whyLeft(each, each.taken, releaseId) === null) ?? [];
  const wanted = open.filter(({ externalId }) => chosen.has(externalId));

  const send = async () => {
    if (tracker === undefined) return;
    const answer = await take.run({
      ...{ releaseId, connectionId: tracker.id, lateReason },
      tickets: wanted.map(({ externalId }) => externalId),
      question: choice.askedNow,
      follow: release !== '' && follows ? release : undefined,
    });
    if (!answer.ok) return;
    showToast({ text: takenFrom(answer.value), undo: undoOf(answer) });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted.length > 0 && !take.pending) void send();
  };
  if (trackers?.length === 0) {
    return (
      <div className={styles['panel']}>
        <Empty
          small
          text="No tracker is connected yet: Jira, GitHub issues or GitLab issues."
          action={<Link to="/pipelines/new">Connect one</Link>}
        />
      </div>
    );
  }
  const failure = choice.error?.error ?? take.error;
  return (
    <form className={styles['panel']} aria-label="Add from tickets" onSubmit={onSubmit} noValidate>
      <TicketSource choice={choice} />
      {choice.isLoading && <SkeletonRows what="the tickets" rows={4} />}
      {tickets !== undefined && (
        <TicketRows
          tickets={tickets}
          more={choice.more}
          releaseId={releaseId}
          isChosen={({ externalId }) => chosen.has(externalId)}
          isAll={open.length > 0 && wanted.length === open.length}
          onTurn={(externalId) => {
            const next = new Set(chosen);
            if (!next.delete(externalId)) next.add(externalId);
            setChosen(next);
          }}
          onTurnAll={(on) => setChosen(new Set(on ? open.map(({ externalId }) => externalId) : []))}
        />
      )}
      {choice.warnings.length > 0 && (
        <p className={styles['count']}>
          {counted(choice.warnings.length, 'row')} could not be read whole:{' '}
          <bdi>{choice.warnings.map(({ at, reason }) => `${at} ${reason}`).join('; ')}</bdi>
        </p>
      )}
      {release !== '' && (
        <CheckboxInput
          label={`The release is made of ${release}`}
          help="What joins or leaves it after the scope freeze is told here."
          checked={follows}
          onChange={({ target }) => setFollows(target.checked)}
        />
      )}
      {failure !== undefined && failure !== null && (
        <p className={styles['refusal']} role="alert">
          {failure.message}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button
          type="submit"
          variant="contained"
          loading={take.pending}
          disabled={wanted.length === 0 || wanted.length > mostFound}
        >
          {wanted.length === 0 ? 'Add tickets' : `Add ${counted(wanted.length, 'ticket')}`}
        </Button>
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
