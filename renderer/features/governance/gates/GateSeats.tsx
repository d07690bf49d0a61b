import type { GateView } from '#shared/model/governance/gates.ts';
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
              <Status
                kind={decision === undefined ? 'waiting' : 'passed'}
                variant="icon"
                label={decision === undefined ? 'Open' : 'Filled'}
                size={15}
              />
              <span>
                <span className={styles['role']}>{seat.roleName}</span>
                <span className={styles['holders']}>
                  {decision === undefined ? (
                    <Holders ids={seat.personIds} page={page} />
                  ) : (
                    <>filled by {page.names.person(decision.decidedById)}</>
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

function Holders({ ids, page }: { ids: readonly string[]; page: ReleasePage }) {
  if (ids.length > 0) return <>{ids.map((id) => page.names.person(id)).join(' or ')}</>;
  return (
    <>
      Nobody holds this role. <a href={releaseRolesHref(page.release.id)}>Assign somebody</a>
    </>
  );
}
