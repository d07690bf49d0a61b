import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { CalendarClock } from 'lucide-react';
import { dateIn, daysBetween } from '#shared/rules/planning/zoned-time.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import styles from './MoveBar.module.css';
import { consequences, movedName, whenIn } from './move-words.ts';
import { PlacementShort } from './PlacementShort.tsx';
import { daysOfKey } from './use-entry-hand.ts';
import { moveOf, placementOf } from './use-moving.ts';
import type { Moving, MovingHand } from './use-moving.ts';
import { isBlocked, usePlacement } from './use-placement.ts';

type MoveBarProps = {
  moving: Moving;
  now: string;
  hand: MovingHand;
};

/**
 * Where a deployment would come to lie, and what that sets off, until Enter or Esc. It holds the focus:
 * the entry itself is drawn anew in another day with each step.
 */
export function MoveBar({ moving, now, hand }: MoveBarProps) {
  const { entry, byDays, whole } = moving;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  const isStill = byDays === 0;
  const preview = useProcedure('releases.previewReschedule', moveOf(entry, whole, { byDays }), {
    enabled: !isStill,
  }).data;
  const apply = async () => {
    if (isStill) {
      hand.cancel();
      return;
    }
    const refused = await hand.apply(entry, whole, { byDays });
    if (refused !== null) showToast({ text: refused, tone: 'failed' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const days = daysOfKey(event.key);
    if (days !== null) hand.setMoving({ ...moving, byDays: byDays + days });
    else if (event.key === 'Escape') hand.cancel();
    else if (event.key === 'Enter' && event.target === event.currentTarget) void apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const toAt = preview?.toAt ?? null;
  const placement = usePlacement(placementOf(entry, whole, isStill ? null : toAt));
  return (
    <div
      ref={bar}
      role="group"
      tabIndex={-1}
      className={styles['bar']}
      aria-label={`Move ${movedName(entry)}`}
      onKeyDown={onKeyDown}
    >
      <CalendarClock size={18} aria-hidden className={styles['icon']} />
      <div className={styles['words']} role="status">
        <strong>
          <bdi>{movedName(entry)}</bdi>
        </strong>
        <span>
          {whenIn(entry.startAt, entry.zone, now)}
          {toAt !== null && !whole && ` → ${whenIn(toAt, entry.zone, now)}`}
          {isStill && ', where it is'}
          {whole && !isStill && ` and all ahead, by ${daysInWords(byDays)}`}
        </span>
        {!isStill && preview !== undefined && (
          <Consequences preview={isBlocked(placement) ? { ...preview, refused: null } : preview} />
        )}
        {!isStill && toAt !== null && (
          <PlacementShort
            placement={placement}
            now={now}
            onGo={(startAt) => {
              // All of a release are led by its start: the days to it are those of every deployment.
              const days = daysBetween(dateIn(toAt, entry.zone), dateIn(startAt, entry.zone));
              hand.setMoving({ ...moving, byDays: byDays + days });
              bar.current?.focus();
            }}
          />
        )}
      </div>
      {((preview?.stay ?? 0) > 0 || whole) && (
        <CheckboxInput
          label="Move all that is ahead"
          checked={whole}
          onChange={(event) => hand.setMoving({ ...moving, whole: event.target.checked })}
        />
      )}
      <div className={styles['actions']}>
        {preview?.postponeTo !== null && preview !== undefined && (
          <Button onClick={() => hand.setAsking(entry)}>Postpone with a reason…</Button>
        )}
        <Button variant="text" onClick={hand.cancel}>
          Cancel&nbsp;
          <Kbd keys="Esc" />
        </Button>
        <Button
          variant="contained"
          disabled={preview !== undefined && preview.refused !== null}
          onClick={() => void apply()}
        >
          Move
        </Button>
      </div>
    </div>
  );
}

type ConsequencesProps = { preview: Parameters<typeof consequences>[0] };

/** Why it is refused, or what it sets off. */
export function Consequences({ preview }: ConsequencesProps) {
  if (preview.refused !== null) return <span className={styles['refused']}>{preview.refused}</span>;
  return consequences(preview).map((sentence) => <span key={sentence}>{sentence}</span>);
}

function daysInWords(days: number): string {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${count} ${days > 0 ? 'later' : 'earlier'}`;
}
