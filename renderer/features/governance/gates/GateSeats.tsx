import type { Decision, GateView } from '#shared/model/governance/gates.ts';
import { outcomeLook } from '../../../components/decision-words.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { releaseRolesHref } from './links.ts';
import styles from './gates.module.css';

/** The seats of a gate: who fills each, or who can. */
export function GateSeats({ gate, page }: { gate: GateView; page: ReleasePage }) {
  return (
    <InspectorPart title={gate.seats.length === 1 ? 'Who decides' : 'Who decides: every seat'}>
      <ul className={styles['seats']}>
        {gate.seats.map((seat) => {
          const decision = gate.decisions.find(({ id }) => id === seat.decisionId);
          return (
            <li key={seat.key}>
              <SeatStatus decision={decision} />
              <span>
                <span className={styles['role']}>{seat.roleName}</span>
                <span className={styles['holders']}>
                  {decision === undefined ? (
                    <Holders ids={seat.personIds} page={page} />
                  ) : (
                    page.names.person(decision.decidedById)
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </InspectorPart>
  );
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

function Holders({ ids, page }: { ids: readonly string[]; page: ReleasePage }) {
  if (ids.length > 0) return <>{ids.map((id) => page.names.person(id)).join(' or ')}</>;
  return (
    <>
      Nobody holds this role. <a href={releaseRolesHref(page.release.id)}>Assign somebody</a>
    </>
  );
}
