import type { KeyboardEvent } from 'react';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import { clockText, itemSeconds } from '#shared/rules/governance/cab/timers.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { RowMenu } from '../../../components/RowMenu.tsx';
import type { RowAction } from '../../../components/RowMenu.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import { itemLook } from './cab-words.ts';
import type { MeetingHand } from './use-meeting.ts';
import styles from './cab.module.css';

export type AgendaListProps = {
  items: readonly AgendaItem[];
  selectedId: string | undefined;
  onSelect: (id: string) => void;
  hand: MeetingHand;
  /** Null where nothing can be changed any more. */
  isRunning: boolean | null;
  view: { zone: string; now: string };
};

/** The agenda: what is decided and spoken of in its order, standard changes apart. */
export function AgendaList(props: AgendaListProps) {
  const { items } = props;
  const standard = items.filter(({ kind }) => kind === 'standard');
  const others = items.filter(({ kind }) => kind !== 'standard');
  return (
    <div onKeyDown={walk}>
      {others.length > 0 && (
        <Section title="Agenda" note={others.length}>
          <Rows {...props} part={others} label="Agenda" />
        </Section>
      )}
      {standard.length > 0 && (
        <Section title="Standard changes, to be noted" note={standard.length}>
          <Rows {...props} part={standard} label="Standard changes" />
        </Section>
      )}
    </div>
  );
}

function Rows({
  part,
  label,
  ...props
}: AgendaListProps & { part: readonly AgendaItem[]; label: string }) {
  const { items, selectedId, onSelect, hand, isRunning, view } = props;
  return (
    <ol className={styles['agenda']} aria-label={label}>
      {part.map((item, index) => {
        const { kind, word } = itemLook(item);
        const isSelected = item.id === selectedId;
        const look = [styles['line'], isSelected && styles['selected']];
        return (
          <li key={item.id} className={look.filter(Boolean).join(' ')}>
            <Status kind={kind} label={word} variant="icon" />
            <div className={styles['lineMain']}>
              <button
                type="button"
                data-item={item.id}
                className={styles['lineOpen']}
                aria-current={isSelected ? 'true' : undefined}
                title={item.title}
                onClick={() => onSelect(item.id)}
              >
                <span className={styles['number']}>{items.indexOf(item) + 1}</span>
                <bdi>{item.title}</bdi>
              </button>
              <span className={styles['lineNote']}>
                {item.release === null ? word : <AboutRelease item={item} view={view} />}
              </span>
            </div>
            <span className={styles['time']}>{timeOf(item, view.now)}</span>
            {isRunning !== null && (
              <RowMenu
                name={item.title}
                order={{
                  isFirst: index === 0,
                  isLast: index === part.length - 1,
                  onShift: (by) => void hand.shift(part, item.id, by),
                }}
                actions={actionsOf(item, isRunning, hand)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function AboutRelease({ item, view }: { item: AgendaItem; view: AgendaListProps['view'] }) {
  const { release } = item;
  if (release === null) return null;
  return (
    <>
      <RiskBand band={release.band} short />
      <span>
        {release.startAt === null
          ? 'no start planned'
          : whenText(release.startAt, release.zone ?? view.zone, view.now)}
      </span>
    </>
  );
}

/** What was spent of what is planned, or what is planned while nothing was. */
function timeOf(item: AgendaItem, now: string): string {
  const spent = itemSeconds(item, now);
  if (spent > 0) return clockText(spent);
  return item.plannedMinutes === 0 ? '' : `${item.plannedMinutes} min`;
}

function actionsOf(item: AgendaItem, isRunning: boolean, hand: MeetingHand): RowAction[] {
  const canOpen = isRunning && item.state !== 'open' && item.state !== 'moved';
  const canSkip = isRunning && (item.state === 'open' || item.state === 'waiting');
  const canRemove = item.state === 'waiting' && item.spentSeconds === 0;
  return [
    ...(canOpen ? [{ label: 'Open it now', run: () => void hand.open(item.id) }] : []),
    ...(canSkip ? [{ label: 'Pass over', run: () => void hand.skip(item.id) }] : []),
    ...(canRemove
      ? [{ label: 'Take off the agenda', run: () => void hand.remove(item), apart: isRunning }]
      : []),
  ];
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key] ?? 0;
  if (by === 0 || event.altKey) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
  const at = lines.findIndex((line) => line === document.activeElement);
  const next = lines[at + by];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
