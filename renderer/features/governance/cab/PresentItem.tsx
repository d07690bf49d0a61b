import type { ReactNode } from 'react';
import type { AgendaGate, AgendaItem, BoardFacts } from '#shared/model/governance/cab-views.ts';
import { clockText, itemSeconds } from '#shared/rules/governance/cab/timers.ts';
import { worstStatus } from '#shared/rules/governance/gate-outcome.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { outcomeLook } from '../../../components/decision-words.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText, zoneText } from '../../../components/when-text.ts';
import type { Names } from '../../planning/releases/index.ts';
import { standsFor } from './cab-words.ts';
import { findingStatus, sentence } from './ItemFacts.tsx';
import styles from './present.module.css';

type PresentItemProps = {
  item: AgendaItem;
  /** `2 of 7`. */
  place: string;
  view: { names: Names; zone: string; now: string };
};

/** So much is read from across a room; the meeting's own screen has the rest. */
const mostLines = 5;

export function PresentItem({ item, place, view }: PresentItemProps) {
  const facts = useProcedure('cab.facts', { itemId: item.id }).data;
  const { release } = item;
  const spent = itemSeconds(item, view.now);
  const isOver = item.plannedMinutes > 0 && spent > item.plannedMinutes * 60;
  return (
    <>
      <section className={styles['subject']} aria-label="Item">
        <div className={styles['subjectMain']}>
          <p className={styles['quiet']}>Item {place}</p>
          <h2 title={item.title}>
            <bdi>{item.title}</bdi>
          </h2>
          {release !== null && (
            <p className={styles['about']}>
              <RiskBand band={release.band} score={release.score} />
              <span>{release.type}</span>
              {release.startAt !== null && (
                <span>
                  starts {whenText(release.startAt, release.zone ?? view.zone, view.now)}{' '}
                  {zoneText(release.zone ?? view.zone)}
                </span>
              )}
            </p>
          )}
        </div>
        <p
          className={`${styles['itemClock']} ${isOver ? styles['over'] : ''}`}
          role="timer"
          aria-label="Time of this item"
        >
          <time>{clockText(spent)}</time>
          <span>
            {item.plannedMinutes > 0 && `of ${item.plannedMinutes} min`}
            {isOver && ', over'}
          </span>
        </p>
      </section>
      <div className={styles['columns']}>
        {facts !== undefined && facts !== null && <RoomFacts facts={facts} />}
        {item.gates.length > 0 && (
          <section className={styles['votes']} aria-label="Votes">
            {item.gates.map((gate) => (
              <GateSeats key={gate.id} gate={gate} names={view.names} />
            ))}
          </section>
        )}
      </div>
    </>
  );
}

function RoomFacts({ facts }: { facts: BoardFacts }) {
  const { risk, rollback, scope, findings, gates, evidence } = facts;
  const passed = gates.filter(({ status }) => status === 'passed').length;
  const open = gates.filter(({ status }) => status !== 'passed' && status !== 'not-applicable');
  return (
    <section className={styles['facts']} aria-label="Facts">
      <dl>
        <dt>Risk</dt>
        <dd>
          {sentence(risk.arithmetic)}
          {risk.raisedBy.slice(0, 3).map((each) => (
            <span key={each} className={styles['under']}>
              Raised by {each}
            </span>
          ))}
        </dd>
        <dt>Way back</dt>
        <dd>
          <Mark kind={rollback.status}>{sentence(rollback.summary)}</Mark>
        </dd>
        <dt>Windows</dt>
        <dd>
          {findings.length === 0 && <Mark kind="passed">Nothing stands against its start</Mark>}
          {findings.slice(0, 3).map((each) => (
            <Mark key={each.sentence} kind={findingStatus(each.severity)}>
              {each.sentence}
            </Mark>
          ))}
        </dd>
        <dt>Gates</dt>
        <dd>
          <Mark kind={worstStatus(gates.map(({ status }) => status))}>
            {passed} of {gates.length} others passed
          </Mark>
          {open.slice(0, 2).map(({ id, name, summary }) => (
            <span key={id} className={styles['under']}>
              {name}: {summary}
            </span>
          ))}
        </dd>
        {evidence.length > 0 && (
          <>
            <dt>Evidence</dt>
            <dd>
              {evidence.slice(0, 3).map(({ what, status }) => (
                <Mark key={what} kind={status}>
                  {what}
                </Mark>
              ))}
            </dd>
          </>
        )}
        <dt>Scope</dt>
        <dd>
          {scope.length === 0 && 'Nothing is in its scope'}
          {scope.slice(0, mostLines).map(({ id, ticket, title }) => (
            <bdi key={id} className={styles['line']} title={title}>
              {ticket === '' ? title : `${ticket} ${title}`}
            </bdi>
          ))}
          {scope.length > mostLines && (
            <span className={styles['under']}>and {scope.length - mostLines} more</span>
          )}
        </dd>
      </dl>
    </section>
  );
}

function Mark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={styles['mark']}>
      <Status kind={kind} variant="icon" size={22} />
      <span>{children}</span>
    </span>
  );
}

/** Whom a seat waits for, those who can stand in among them. */
function awaited({ personIds, standIns }: AgendaGate['seats'][number], names: Names): string {
  const others = standIns.map(
    ({ personId, forPersonId }) => `${names.person(personId)} ${standsFor(forPersonId, names)}`,
  );
  return [...personIds.map((id) => names.person(id)), ...others].join(' or ') || 'Nobody yet';
}

function GateSeats({ gate, names }: { gate: AgendaGate; names: Names }) {
  return (
    <div className={styles['gate']}>
      <h3>
        <Status kind={gate.status} variant="icon" size={24} /> <bdi>{gate.name}</bdi>
      </h3>
      <ul>
        {gate.seats.map((seat) => {
          const given = gate.decisions.find(({ id }) => id === seat.decisionId);
          const look = given === undefined ? null : outcomeLook[given.outcome];
          return (
            <li key={seat.key}>
              <span className={styles['voter']}>
                <bdi>
                  {given === undefined
                    ? awaited(seat, names)
                    : `${names.person(given.decidedById)}${given.forReason === '' ? '' : ` ${standsFor(given.forPersonId, names)}`}`}
                </bdi>
                <span className={styles['quiet']}>{seat.roleName}</span>
              </span>
              {look === null || given === undefined ? (
                <Status kind="waiting" label="No vote yet" size={20} />
              ) : given.current ? (
                <Status kind={look.status} label={look.word} size={20} />
              ) : (
                <Status kind="out-of-date" label={`${look.word}, for earlier facts`} size={20} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
