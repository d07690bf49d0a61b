import type { CSSProperties } from 'react';
import { OctagonX, Rocket } from 'lucide-react';
import type { EnvironmentUse } from '#shared/model/planning/bookings.ts';
import { releaseHref } from '../releases/index.ts';
import styles from './rows.module.css';

type UseBarProps = {
  use: EnvironmentUse;
  words: string;
  clashes: boolean;
  selected: boolean;
  tabbed: boolean;
  /** There is room for its mark alone. */
  short: boolean;
  style: CSSProperties;
  onOpen: (id: string) => void;
};

/** A booking opens beside the chart, a deployment leads to the plan of its release. */
export function UseBar({ use, words, clashes, selected, tabbed, short, ...props }: UseBarProps) {
  const { style, onOpen } = props;
  const look = [
    styles['bar'],
    use.kind === 'deployment' && styles['deployment'],
    use.shared && styles['shared'],
    clashes && styles['clashes'],
    selected && styles['selected'],
    short && styles['short'],
  ];
  const shared = {
    className: look.filter(Boolean).join(' '),
    style,
    title: words,
    'aria-label': words,
    'data-use': use.id,
    tabIndex: tabbed ? 0 : -1,
    // A press on a bar opens it and draws no booking under it.
    onPointerDown: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  };
  const text = (
    <>
      {clashes && <OctagonX size={12} aria-hidden className={styles['mark']} />}
      {use.kind === 'deployment' && !(short && clashes) && (
        <Rocket size={12} aria-hidden className={styles['icon']} />
      )}
      {!short && <bdi className={styles['text']}>{use.what}</bdi>}
    </>
  );
  if (use.kind === 'deployment' && use.releaseId !== null) {
    return (
      <a {...shared} href={releaseHref(use.releaseId, 'plan')} draggable={false}>
        {text}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type="button"
      aria-current={selected ? 'true' : undefined}
      onClick={() => onOpen(use.id)}
    >
      {text}
    </button>
  );
}
