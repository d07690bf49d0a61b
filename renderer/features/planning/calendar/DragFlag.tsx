import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import styles from './DragFlag.module.css';
import { whenIn } from './move-words.ts';
import type { DragFinding } from './use-drag-finding.ts';
import { WorstFinding } from './WorstFinding.tsx';

type DragFlagProps = { finding: DragFinding; now: string };

/** Beside the pointer while something is dragged: where it would come to lie, and what stands against it. */
export function DragFlag({ finding, now }: DragFlagProps) {
  const told = useSyncExternalStore(finding.subscribe, finding.told);
  const flag = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => finding.setFlag(flag.current));
  if (told === null) return null;
  const { to, check, failure } = told;
  return (
    <div ref={flag} className={styles['flag']} role="status">
      <bdi className={styles['name']}>{to.name}</bdi>
      <strong>{whenIn(to.start, to.zone, now)}</strong>
      <span className={styles['finding']}>
        {check !== null && <WorstFinding findings={check.findings} />}
        {failure !== null && `The start could not be checked: ${failure}`}
      </span>
    </div>
  );
}
