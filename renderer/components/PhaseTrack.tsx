import { Check, CircleDot, CirclePause } from 'lucide-react';
import styles from './PhaseTrack.module.css';

export type ShownPhase = {
  key: string;
  name: string;
  state: 'done' | 'now' | 'ahead' | 'held';
  /** A date, or how far it is: "7 of 11 gates · 3 days". */
  note?: string;
};

const stateWords = { done: 'done', now: 'now', ahead: 'ahead', held: 'on hold' } as const;

/** The phases of a release or a retrospective across the page. */
export function PhaseTrack({
  phases,
  label = 'Phases',
}: {
  phases: readonly ShownPhase[];
  label?: string;
}) {
  return (
    <ol className={styles['track']} aria-label={label}>
      {phases.map((phase) => (
        <li
          key={phase.key}
          className={`${styles['phase']} ${styles[phase.state]}`}
          aria-current={phase.state === 'now' || phase.state === 'held' ? 'step' : undefined}
          title={phase.note === undefined ? phase.name : `${phase.name}: ${phase.note}`}
        >
          <PhaseMark state={phase.state} />
          <span className={styles['name']}>{phase.name}</span>
          <span className="visually-hidden">, {stateWords[phase.state]}</span>
          {phase.note !== undefined && <span className={styles['note']}>{phase.note}</span>}
        </li>
      ))}
    </ol>
  );
}

function PhaseMark({ state }: { state: ShownPhase['state'] }) {
  if (state === 'done') return <Check size={14} aria-hidden />;
  if (state === 'now') return <CircleDot size={14} aria-hidden />;
  if (state === 'held') return <CirclePause size={14} aria-hidden />;
  return null;
}
