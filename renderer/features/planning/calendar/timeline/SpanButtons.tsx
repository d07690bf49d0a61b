import type { RefObject } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { dayText } from '../../../../components/when-text.ts';
import { isoOf } from './bar-words.ts';
import type { TimelineHand } from './TimelineChart.tsx';
import styles from './screen.module.css';

/** Milliseconds since 1970. */
export type TimeSpan = { from: number; to: number };

type SpanButtonsProps = {
  hand: RefObject<TimelineHand | null>;
  now: string;
  /** What is in sight; null until it is known. */
  span: TimeSpan | null;
  zone: string;
};

/** Back and on by a window, and to the day it is. */
export function SpanButtons({ hand, now, span, zone }: SpanButtonsProps) {
  return (
    <div className={styles['navigation']} role="group" aria-label="Time in sight">
      <IconButton
        className={styles['step']}
        aria-label="Back in time"
        title="Back in time (P)"
        onClick={() => hand.current?.page(-1)}
      >
        <ChevronLeft />
      </IconButton>
      <Button title="Today (Home)" onClick={() => hand.current?.goTo(Date.parse(now))}>
        Today
      </Button>
      <IconButton
        className={styles['step']}
        aria-label="On in time"
        title="On in time (N)"
        onClick={() => hand.current?.page(1)}
      >
        <ChevronRight />
      </IconButton>
      {span !== null && (
        <span className={styles['span']} role="status">
          {dayText(isoOf(span.from), zone, now)} – {dayText(isoOf(span.to), zone, now)}
        </span>
      )}
    </div>
  );
}
