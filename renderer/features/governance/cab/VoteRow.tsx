import { useEffect, useRef } from 'react';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Person } from '../../../components/Person.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { standsFor } from './cab-words.ts';
import { VoteConditions } from './VoteConditions.tsx';
import { asksMore, voteKeys } from './vote-draft.ts';
import type { OpenSeat } from './vote-draft.ts';
import type { Votes } from './use-votes.ts';
import styles from './cab.module.css';

type VoteRowProps = { seat: OpenSeat; votes: Votes; names: Names };

/** One seat that is asked: who sits in it, what they say, and what goes with it. */
export function VoteRow({ seat, votes, names }: VoteRowProps) {
  const draft = votes.draftOf(seat);
  const isCurrent = votes.current?.key === seat.key;
  const refusal = votes.refusalOf(seat);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const nobody = seat.personIds.length === 0;
  const who = draft.personId === '' ? seat.role : names.person(draft.personId);
  const standIn = standInOf(seat, draft.personId);
  return (
    <li
      ref={row}
      className={`${styles['seat']} ${isCurrent ? styles['atHand'] : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={() => votes.choose(seat.key)}
    >
      <div className={styles['seatLine']}>
        <span className={styles['who']}>
          {seat.personIds.length > 1 ? (
            <SelectInput
              label={seat.role}
              value={draft.personId}
              options={seat.personIds.map((id) => ({
                value: id,
                label: voterText(seat, id, names),
              }))}
              onChange={(event) => votes.patch(seat, { personId: event.target.value })}
            />
          ) : nobody ? (
            <span className={styles['quiet']}>Nobody can fill this seat now: {seat.role}</span>
          ) : (
            <Person name={who} role={seat.role} />
          )}
          {standIn !== undefined && (
            <span className={styles['quiet']}>
              Stands in
              {standIn.forPersonId !== null && ` for ${names.person(standIn.forPersonId)}`}:{' '}
              {standIn.reason}
            </span>
          )}
        </span>
        {!nobody && (
          <div className={styles['outcomes']} role="group" aria-label={`Vote of ${who}`}>
            {voteKeys.map(({ outcome, key, word }) => (
              <button
                key={outcome}
                type="button"
                className={styles['outcome']}
                data-outcome={outcome}
                aria-pressed={draft.outcome === outcome}
                aria-keyshortcuts={key}
                onClick={() => votes.cast(outcome, seat)}
              >
                {word}
                <kbd aria-hidden>{key}</kbd>
              </button>
            ))}
          </div>
        )}
      </div>
      {asksMore(draft.outcome) && <More {...{ seat, votes, names }} />}
      {refusal !== undefined && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
}

function standInOf({ standIns }: OpenSeat, personId: string) {
  return standIns.find((each) => each.personId === personId);
}

/** `Iris Lindqvist`, or `Iris Lindqvist for Ana Duarte` where she stands in. */
function voterText(seat: OpenSeat, id: string, names: Names): string {
  const standIn = standInOf(seat, id);
  if (standIn === undefined) return names.person(id);
  return `${names.person(id)} ${standsFor(standIn.forPersonId, names)}`;
}

/** A condition with owner and date, a reason, or the day it is taken up again. */
function More({ seat, votes, names }: VoteRowProps) {
  const draft = votes.draftOf(seat);
  const { outcome, comment } = draft;
  const isNoGo = outcome === 'no-go';
  return (
    <div
      className={styles['more']}
      onKeyDown={(event) => {
        // Enter in a field records nothing by accident; with Ctrl it goes on.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void votes.record();
      }}
    >
      {outcome === 'conditional-go' && (
        <VoteConditions
          conditions={draft.conditions}
          names={names}
          onChange={(conditions) => votes.patch(seat, { conditions })}
        />
      )}
      {outcome === 'deferred' && (
        <DateInput
          label="Taken up again on"
          autoFocus
          value={draft.deferredTo}
          onChange={(event) => votes.patch(seat, { deferredTo: event.target.value })}
        />
      )}
      <TextInput
        label={isNoGo ? 'Reason' : 'Comment'}
        optional={!isNoGo}
        autoFocus={isNoGo}
        value={comment}
        onChange={(event) => votes.patch(seat, { comment: event.target.value })}
      />
    </div>
  );
}
