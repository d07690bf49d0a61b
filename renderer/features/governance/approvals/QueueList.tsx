import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import type { QueueItem, WordAsked } from '#shared/model/governance/queue.ts';
import { Empty } from '../../../components/Empty.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { Names } from '../../planning/releases/index.ts';
import { QueueInspector } from './QueueInspector.tsx';
import { WordsAsked } from './WordsAsked.tsx';
import { askedInFull, dueInWords, kindWords, lookOf, seatInWords } from './queue-words.ts';
import styles from './queue.module.css';

type QueueListProps = {
  items: readonly QueueItem[];
  /** Gates at which their word is asked for before others decide. */
  words: readonly WordAsked[];
  names: Names;
  zone: string;
  now: string;
  /** The gate that is open beside the list. */
  selected: string | undefined;
  /** Somebody was chosen to work here. */
  isChosen: boolean;
};

/** What waits for the acting person: opened beside the list, decided there, the next one follows. */
export function QueueList({ items, words, names, zone, now, selected, isChosen }: QueueListProps) {
  const navigate = useNavigate();
  const rows = useRef<HTMLUListElement>(null);
  const [decides, setDecides] = useState(false);
  const open = items.find(({ gateId }) => gateId === selected);
  const select = (gateId: string | null, toDecide = false) => {
    setDecides(toDecide);
    void navigate({
      to: '/approvals',
      search: gateId === null ? {} : { sel: gateId },
      replace: true,
    });
  };
  const close = () => {
    const row = rows.current?.querySelector<HTMLElement>(`[data-gate="${selected}"]`);
    select(null);
    row?.focus();
  };
  const commands = useMemo(() => {
    const to = (gateId: string, by: 1 | -1) => {
      const at = items.findIndex((item) => item.gateId === gateId) + by;
      return items[Math.min(Math.max(at, 0), items.length - 1)]?.gateId;
    };
    const focusOn = (gateId: string | undefined) =>
      rows.current?.querySelector<HTMLElement>(`[data-gate="${gateId}"]`)?.focus();
    const focused = () =>
      document.activeElement?.closest<HTMLElement>('[data-gate]')?.dataset['gate'] ?? '';
    return [
      { id: 'next', label: 'Next decision', key: 'j', run: () => focusOn(to(focused(), 1)) },
      {
        id: 'previous',
        label: 'Previous decision',
        key: 'k',
        run: () => focusOn(to(focused(), -1)),
      },
    ];
  }, [items]);
  useScreenCommands(commands);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const { target } = event;
    const gateId = target instanceof HTMLElement ? target.dataset['gate'] : undefined;
    if (event.key !== 'd' || event.ctrlKey || event.metaKey || gateId === undefined) return;
    event.preventDefault();
    select(gateId, true);
  };
  return (
    <SplitView
      inspector={
        open !== undefined && (
          <QueueInspector
            key={`${open.gateId} ${decides}`}
            item={open}
            names={names}
            decides={decides}
            onClose={close}
          />
        )
      }
    >
      <WordsAsked words={words} zone={zone} now={now} />
      {items.length === 0 && words.length > 0 ? null : items.length === 0 ? (
        <Empty
          text={
            isChosen
              ? 'No decision waits for you. What is asked of you at a gate, or of somebody you stand in for, comes here with its day.'
              : 'Choose who works here at the foot of the rail: then the decisions asked of them stand here.'
          }
        />
      ) : (
        <>
          <p className={styles['keys']}>
            <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> opens, <kbd>d</kbd> decides
          </p>
          <ul
            ref={rows}
            className={styles['list']}
            aria-label="Waiting for me"
            onKeyDown={onKeyDown}
          >
            {items.map((item) => (
              <QueueRow
                key={item.key}
                item={item}
                told={{ names, zone, now }}
                isOpen={item === open}
                onOpen={() => select(item.gateId)}
                onDecide={() => select(item.gateId, true)}
              />
            ))}
          </ul>
        </>
      )}
    </SplitView>
  );
}

type QueueRowProps = {
  item: QueueItem;
  told: { names: Names; zone: string; now: string };
  isOpen: boolean;
  onOpen: () => void;
  onDecide: () => void;
};

function QueueRow({ item, told, isOpen, onOpen, onDecide }: QueueRowProps) {
  const { late, kind } = item;
  return (
    <li className={`${styles['row']} ${isOpen ? styles['selected'] : ''}`}>
      <Status {...lookOf(item)} variant="icon" size={18} />
      <span className={styles['what']}>
        <button
          type="button"
          data-gate={item.gateId}
          className={styles['open']}
          aria-current={isOpen ? 'true' : undefined}
          title={`${item.release}: ${item.gate}`}
          onClick={onOpen}
        >
          <bdi>{item.release}</bdi>: <bdi>{item.gate}</bdi>
        </button>
        <span className={styles['note']}>
          <bdi>{seatInWords(item, told.names)}</bdi>
          {kindWords[kind] !== '' && ` · ${kindWords[kind]}`}
        </span>
        <span className={styles['note']} title={askedInFull(item, told)}>
          <bdi>{askedInFull(item, told)}</bdi>
        </span>
        <span className={styles['starts']}>
          <bdi>{item.starts}</bdi>
        </span>
      </span>
      <span className={late ? styles['late'] : styles['due']}>{dueInWords(item, told.now)}</span>
      <Button size="small" aria-label={`Decide: ${item.release}, ${item.gate}`} onClick={onDecide}>
        Decide
      </Button>
    </li>
  );
}
