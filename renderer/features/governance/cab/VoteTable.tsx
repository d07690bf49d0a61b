import Button from '@mui/material/Button';
import { stoodInWords } from '#shared/rules/governance/stand-ins.ts';
import type { AgendaGate, AgendaItem } from '#shared/model/governance/cab-views.ts';
import { DecisionCard } from '../../../components/DecisionCard.tsx';
import { Kbd } from '../../../components/Kbd.tsx';
import { Status } from '../../../components/Status.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { VoteRow } from './VoteRow.tsx';
import type { Votes } from './use-votes.ts';
import { counted } from './cab-words.ts';
import styles from './cab.module.css';

type VoteTableProps = {
  item: AgendaItem;
  votes: Votes;
  /** False while the item is not open: what was decided is shown, and nothing can be added. */
  isTaking: boolean;
  view: { names: Names; zone: string; now: string };
};

/** What is decided at each gate: the seats that are asked, and the decisions that stand. */
export function VoteTable({ item, votes, isTaking, view }: VoteTableProps) {
  if (item.gates.length === 0) {
    return <p className={styles['quiet']}>No gate of this release waits for the board.</p>;
  }
  return (
    <div className={styles['gates']}>
      {item.gates.map((gate) => (
        <GateVotes key={gate.id} {...{ gate, votes, isTaking, view }} />
      ))}
      {isTaking && votes.seats.length > 0 && (
        <div className={styles['record']}>
          <Button
            variant="contained"
            disabled={votes.given === 0}
            loading={votes.pending}
            onClick={() => void votes.record()}
          >
            {votes.given === 0 ? 'Record votes' : `Record ${counted(votes.given, 'vote')}`}
          </Button>
          <span className={styles['quiet']}>
            <Kbd keys="r" /> records what was called out; <Kbd keys="?" /> lists the keys of a vote.
          </span>
        </div>
      )}
    </div>
  );
}

type GateVotesProps = Omit<VoteTableProps, 'item'> & { gate: AgendaGate };

function GateVotes({ gate, votes, isTaking, view }: GateVotesProps) {
  const { names, zone, now } = view;
  const open = votes.seats.filter(({ gateId }) => gateId === gate.id);
  const standing = gate.decisions.filter(
    (decision) => decision.withdrawn === null || gate.takenIds.includes(decision.id),
  );
  return (
    <section className={styles['gate']} aria-label={gate.name}>
      <div className={styles['gateHead']}>
        <Status kind={gate.status} variant="icon" />
        <h3>
          <bdi>{gate.name}</bdi>
        </h3>
        <span className={styles['quiet']}>{gate.summary}</span>
      </div>
      {isTaking && open.length > 0 && (
        <ul className={styles['seats']} aria-label={`Seats of ${gate.name}`}>
          {open.map((seat) => (
            <VoteRow key={seat.key} {...{ seat, votes, names }} />
          ))}
        </ul>
      )}
      {standing.length > 0 && (
        <div className={styles['decisions']}>
          {standing.map((decision) => {
            const { withdrawn } = decision;
            const seat = gate.seats.find(({ key }) => key === decision.placeKey);
            const forAnother = decision.recordedById !== decision.decidedById;
            return (
              <DecisionCard
                key={decision.id}
                decidedBy={names.person(decision.decidedById)}
                role={seat?.roleName}
                recordedBy={forAnother ? names.person(decision.recordedById) : undefined}
                outcome={decision.outcome}
                channel={decision.channel}
                decidedAt={decision.decidedAt}
                zone={zone}
                now={now}
                comment={decision.comment}
                conditions={decision.conditions.map((condition) => ({
                  ...{ id: condition.id, text: condition.text, dueOn: condition.dueOn },
                  owner: names.person(condition.ownerId),
                  met: condition.metAt !== null,
                }))}
                current={decision.current}
                secondPlace={decision.secondPlace}
                labels={[stoodInWords(decision, names.person)].filter(Boolean)}
                withdrawn={
                  withdrawn === null
                    ? undefined
                    : {
                        at: withdrawn.at,
                        by: names.person(withdrawn.byId),
                        reason: withdrawn.reason,
                      }
                }
              />
            );
          })}
        </div>
      )}
    </section>
  );
}
