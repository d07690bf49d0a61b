import { useState } from 'react';
import Button from '@mui/material/Button';
import { Mail } from 'lucide-react';
import type { UnansweredGate } from '#shared/model/governance/queue.ts';
import { Empty } from '../../../components/Empty.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { releaseHref } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import { MessageInspector } from './MessageInspector.tsx';
import { askedInFull, dueInWords } from './queue-words.ts';
import styles from './queue.module.css';

type UnansweredListProps = {
  gates: readonly UnansweredGate[];
  names: Names;
  zone: string;
  now: string;
};

/** Who has not answered, gate by gate over all releases, with a message to them. */
export function UnansweredList({ gates, names, zone, now }: UnansweredListProps) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const still = (chosen ?? []).filter((id) => gates.some(({ gateId }) => gateId === id));
  const told = { names, zone, now };
  return (
    <SplitView
      inspector={
        still.length > 0 && (
          <MessageInspector
            key={still.join(' ')}
            gateIds={still}
            names={names}
            onClose={() => setChosen(null)}
          />
        )
      }
    >
      {gates.length === 0 ? (
        <Empty text="Everybody has answered. A gate stands here from when its decision is asked for, or its release has come to its phase, until it is decided." />
      ) : (
        <>
          <div className={styles['bar']}>
            <Button
              size="small"
              startIcon={<Mail />}
              onClick={() => setChosen(gates.map(({ gateId }) => gateId))}
            >
              Write to all
            </Button>
          </div>
          <ul className={styles['list']} aria-label="Not answered">
            {gates.map((gate) => (
              <li key={gate.gateId} className={styles['row']}>
                <Status
                  kind={gate.late ? 'failed' : 'waiting'}
                  label={gate.late ? 'Late' : 'Waits'}
                  variant="icon"
                  size={18}
                />
                <span className={styles['what']}>
                  <a
                    className={styles['name']}
                    href={releaseHref(gate.releaseId, 'gates', gate.gateId)}
                    title={`${gate.release}: ${gate.gate}`}
                  >
                    <bdi>{gate.release}</bdi>: <bdi>{gate.gate}</bdi>
                  </a>
                  {gate.seats.map((seat) => (
                    <Seat key={seat.placeKey} seat={seat} names={names} />
                  ))}
                  {gate.silent.length > 0 && (
                    <span className={styles['seat']}>
                      <span className={styles['role']}>Consulted</span>{' '}
                      <bdi>
                        {gate.silent.map(({ personId }) => names.person(personId)).join(' and ')}
                      </bdi>
                    </span>
                  )}
                  <span className={styles['note']} title={askedInFull(gate, told)}>
                    <bdi>{askedInFull(gate, told)}</bdi>
                    {gate.given > 0 && ` · ${gate.given} of ${gate.needed} given`}
                  </span>
                </span>
                <span className={gate.late ? styles['late'] : styles['due']}>
                  {dueInWords(gate, now)}
                </span>
                <Button
                  size="small"
                  aria-label={`Write about ${gate.release}, ${gate.gate}`}
                  onClick={() => setChosen([gate.gateId])}
                >
                  Write
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </SplitView>
  );
}

type SeatProps = { seat: UnansweredGate['seats'][number]; names: Names };

function Seat({ seat, names }: SeatProps) {
  const own = seat.personIds.map((id) => names.person(id));
  const others = seat.standIns.map(
    ({ personId, reason }) => `${names.person(personId)} (${reason})`,
  );
  return (
    <span className={styles['seat']}>
      <span className={styles['role']}>{seat.roleName}</span>{' '}
      <bdi>{[...own, ...others].join(' or ')}</bdi>
    </span>
  );
}
