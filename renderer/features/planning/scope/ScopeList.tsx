import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { useDensity } from '../../../app/theme/density.ts';
import { densitySizes } from '../../../app/theme/tokens.ts';
import type { Drag } from './use-drag.ts';
import styles from './scope.module.css';

type ScopeListProps = {
  items: readonly ScopeItem[];
  drag: Drag;
  row: (item: ScopeItem, place: number) => ReactNode;
};

/** Rows beyond these are drawn only where they are in sight. */
const most = 100;

/** The items under their headings; a long list scrolls by itself, so that headings stay in sight. */
export function ScopeList(props: ScopeListProps) {
  const { items } = props;
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(items);
  const isLong = items.length > most;
  return (
    <div ref={box} className={`${styles['table']} ${isLong ? styles['long'] : ''}`}>
      <div className={`${styles['row']} ${styles['head']}`} aria-hidden>
        <span className={styles['handle']} />
        <span className={styles['kind']}>Kind</span>
        <span className={styles['ticket']}>Ticket</span>
        <span className={styles['title']}>Title</span>
        <span className={styles['priority']}>Priority</span>
        <span className={styles['status']}>Status</span>
        <span className={styles['owner']}>Owner</span>
        <span className={styles['idea']}>Idea</span>
        <span className={styles['actions']} />
      </div>
      {isLong ? <LongList {...props} scroller={() => box.current} /> : <ShortList {...props} />}
    </div>
  );
}

function ShortList({ items, drag, row }: ScopeListProps) {
  return (
    <ul aria-label="Scope items" onKeyDown={moveBetweenRows}>
      {items.map((item, place) => (
        <li
          key={item.id}
          data-place={place}
          className={lookOf(item, place, drag)}
          {...drag.row(place)}
        >
          {row(item, place)}
        </li>
      ))}
    </ul>
  );
}

type LongListProps = ScopeListProps & { scroller: () => HTMLElement | null };

function LongList({ items, drag, row, scroller }: LongListProps) {
  const [heldId, setHeldId] = useState<string | null>(null);
  // With the line under it; rows that are taller are measured when they are drawn.
  const rowHeight = densitySizes[useDensity((store) => store.density)].row + 1;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.id ?? index,
    scrollPaddingStart: rowHeight,
    overscan: 10,
    rangeExtractor: (range) => {
      // Whoever types in a row, or drags it, keeps it when it is scrolled away; so do its neighbours,
      // which the arrow keys go to.
      const held = items.findIndex(({ id }) => id === heldId || id === drag.draggedId);
      const near = held < 0 ? [] : [held - 1, held, held + 1];
      const shown = new Set([...defaultRangeExtractor(range), ...near]);
      return [...shown].filter((index) => items[index] !== undefined).sort((a, b) => a - b);
    },
  });
  const hold = ({ target }: FocusEvent<HTMLElement>) => {
    const place = Number(target.closest('li')?.dataset['place'] ?? -1);
    setHeldId(items[place]?.id ?? null);
  };
  return (
    <ul
      aria-label="Scope items"
      className={styles['tall']}
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={moveBetweenRows}
      onFocus={hold}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            data-place={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={lookOf(item, index, drag)}
            style={topOf(start)}
            {...drag.row(index)}
          >
            {row(item, index)}
          </li>
        );
      })}
    </ul>
  );
}

function topOf(start: number): CSSProperties {
  return { transform: `translateY(${start}px)` };
}

function lookOf(item: ScopeItem, place: number, { draggedId, gap }: Drag): string {
  const look = [
    styles['item'],
    item.id === draggedId && styles['dragged'],
    gap === place && styles['gapBefore'],
    gap === place + 1 && styles['gapAfter'],
  ];
  return look.filter(Boolean).join(' ');
}

/** Up and down stay in the column, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { target, currentTarget } = event;
  if (by === 0 || event.altKey || !(target instanceof HTMLInputElement)) return;
  const { column } = target.dataset;
  const place = Number(target.closest('li')?.dataset['place']) + by;
  const next = currentTarget.querySelector<HTMLInputElement>(
    `[data-place="${place}"] [data-column="${column}"]`,
  );
  if (next === null) return;
  event.preventDefault();
  next.focus();
}

/** A row that changes its place loses the focus, for the browser takes it out and puts it in anew. */
function useKeptFocus(items: readonly ScopeItem[]): void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const kept = focused.current;
    if (document.activeElement !== document.body) return;
    if (kept instanceof HTMLElement && kept.isConnected) kept.focus();
  }, [items]);
  useLayoutEffect(() => {
    const note = () => {
      focused.current = document.activeElement?.closest('[data-place]')
        ? document.activeElement
        : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
}
