import type { Decision, GateView } from '#shared/model/governance/gates.ts';
import { outcomeLook } from '../../../components/decision-words.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { releaseRolesHref } from './links.ts';
import styles from './gates.module.css';

type Seat = GateView['seats'][number];

/** The seats of a gate: who fills each, or who can. */
export function GateSeats({ gate, page }: { gate: GateView; page: ReleasePage }) {
  return (
    <InspectorPart title={seatsTitle(gate)}>
      <ul className={styles['seats']}>
        {gate.seats.map((seat) => {
          const decision = gate.decisions.find(({ id }) => id === seat.decisionId);
          return (
            <li key={seat.key}>
              <SeatStatus decision={decision} />
              <span>
                <span className={styles['role']}>
                  {seat.roleName}
                  {seat.personId !== undefined && (
                    <bdi>, by name: {page.names.person(seat.personId)}</bdi>
                  )}
                </span>
                <span className={styles['holders']}>
                  {decision === undefined ? (
                    <Holders seat={seat} page={page} />
                  ) : (
                    page.names.person(decision.decidedById)
                  )}
                </span>
                {seat.held !== '' && <span className={styles['holders']}>Waits: {seat.held}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </InspectorPart>
  );
}

/** `Who decides: 2 of 3 seats, 1 given, one after the other` */
function seatsTitle({ seats, quorum }: GateView): string {
  if (seats.length === 1) return 'Who decides';
  const needed = quorum?.needed ?? seats.length;
  const how = needed === seats.length ? 'every seat' : `${needed} of ${seats.length} seats`;
  const given = quorum === null || quorum.given === 0 ? '' : `, ${quorum.given} given`;
  return `Who decides: ${how}${given}${quorum?.inOrder === true ? ', one after the other' : ''}`;
}

function SeatStatus({ decision }: { decision: Decision | undefined }) {
  if (decision === undefined)
    return <Status kind="waiting" variant="icon" label="Open" size={15} />;
  if (!decision.current) {
    return <Status kind="out-of-date" variant="icon" label="For earlier facts" size={15} />;
  }
  const { status, word } = outcomeLook[decision.outcome];
  return <Status kind={status} variant="icon" label={word} size={15} />;
}

function Holders({ seat, page }: { seat: Seat; page: ReleasePage }) {
  const own = seat.personIds.map((id) => page.names.person(id));
  const others = seat.standIns.map(
    ({ personId, reason }) => `${page.names.person(personId)} (stands in: ${reason})`,
  );
  if (own.length + others.length > 0) return <bdi>{[...own, ...others].join(' or ')}</bdi>;
  if (seat.personId !== undefined) {
    return <bdi>{page.names.person(seat.personId)}, who may not decide here</bdi>;
  }
  return (
    <>
      Nobody holds this role. <a href={releaseRolesHref(page.release.id)}>Assign somebody</a>
    </>
  );
}
