import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Empty } from '../../../components/Empty.tsx';
import { agendaLines } from './agenda-lines.ts';
import type { AgendaLine } from './agenda-lines.ts';
import { AgendaRow } from './AgendaRow.tsx';
import type { SheetProps } from './MonthSheet.tsx';
import { viewTitle } from './view-span.ts';
import styles from './Agenda.module.css';

const heights: Record<AgendaLine['kind'], number> = { day: 40, band: 30, entry: 44 };

type AgendaProps = SheetProps & {
  /** Told which releases are in sight: only they are judged where there are many. */
  onSight: (releaseIds: readonly string[]) => void;
};

/** Day after day in words: what begins to be in force, and what is deployed when. */
export function Agenda(props: AgendaProps) {
  const { days, on, entries, bands, holidays, isPrinting } = props;
  const lines = useMemo(
    () => agendaLines(days, entries, bands, holidays),
    [days, entries, bands, holidays],
  );
  if (lines.length === 0) {
    return (
      <div className={styles['list']}>
        <Empty
          text={`Nothing is planned and no window lies in ${viewTitle('agenda', on)}. Go on with N, or take a filter off.`}
        />
      </div>
    );
  }
  if (isPrinting) {
    return (
      <div className={styles['printed']} data-print="agenda">
        {lines.map((line) => (
          <AgendaRow key={line.id} {...props} line={line} />
        ))}
      </div>
    );
  }
  return <AgendaScroller {...props} lines={lines} />;
}

function AgendaScroller({
  lines,
  onSight,
  ...props
}: AgendaProps & { lines: readonly AgendaLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const estimateSize = useCallback(
    (index: number) => heights[lines[index]?.kind ?? 'entry'],
    [lines],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey: useCallback((index: number) => lines[index]?.id ?? index, [lines]),
    overscan: 8,
  });
  // Kinds of lines differ in height: where other lines come, the places are others.
  useEffect(() => virtualizer.measure(), [virtualizer, estimateSize]);
  const shown = virtualizer.getVirtualItems();
  const [from, to] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => {
    const inSight = lines
      .slice(from, to + 1)
      .flatMap((line) => (line.kind === 'entry' ? [line.entry.releaseId] : []));
    const timer = setTimeout(() => onSight([...new Set(inSight)]), restMs);
    return () => clearTimeout(timer);
  }, [lines, from, to, onSight]);
  return (
    <div ref={scroller} className={styles['list']} tabIndex={0} role="group" aria-label="Agenda">
      <div className={styles['all']} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <div
              key={line.id}
              className={styles['place']}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              <AgendaRow {...props} line={line} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What is passed by while scrolling is not judged. */
const restMs = 120;
