import type { QueueItem, UnansweredGate } from '#shared/model/governance/queue.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { dateText, whenText } from '../../../components/when-text.ts';

type Names = { person: (id: string | null) => string };
type Told = { names: Names; zone: string; now: string };

/** `3 decisions wait for you, 1 of them late.` */
export function queueNote(items: readonly QueueItem[]): string {
  if (items.length === 0) return 'No decision waits for you.';
  const late = items.filter((item) => item.late).length;
  const first =
    items.length === 1 ? '1 decision waits for you' : `${items.length} decisions wait for you`;
  if (late === 0) return `${first}.`;
  return items.length === 1 ? `${first}, and is late.` : `${first}, ${late} of them late.`;
}

/** Why an item is in the queue, beside who asked. */
export const kindWords: Record<QueueItem['kind'], string> = {
  decide: '',
  'decide-again': 'Your decision was given for earlier facts',
  deferred: 'The day of the deferral has come',
};

export function lookOf({ late, kind }: QueueItem): { kind: StatusKind; label: string } {
  if (late) return { kind: 'failed', label: 'Late' };
  if (kind === 'decide-again') return { kind: 'out-of-date', label: 'For earlier facts' };
  return { kind: 'waiting', label: 'Waits for you' };
}

/** `Security lead, for Iris Lindqvist (Iris Lindqvist is away until Fri 27 Nov)` */
export function seatInWords(item: QueueItem, { person }: Names): string {
  const { roleName, forPersonId, forReason } = item;
  if (forReason === '') return roleName;
  const whom = forPersonId === null ? 'standing in' : `for ${person(forPersonId)}`;
  return `${roleName}, ${whom} (${forReason})`;
}

type Asked = Pick<UnansweredGate, 'askedById' | 'askedAt' | 'note' | 'phase'>;

/** Who asked, when and with which note; or that nobody has. */
export function askedInFull(asked: Asked, { names, zone, now }: Told): string {
  if (asked.askedById === null || asked.askedAt === null) {
    return `In the way of ${asked.phase}; nobody has asked yet`;
  }
  const note = asked.note.trim() === '' ? '' : `: “${asked.note.trim()}”`;
  return `Asked by ${names.person(asked.askedById)}, ${whenText(asked.askedAt, zone, now)}${note}`;
}

/** `due Thu 26 Nov`, `was due Thu 26 Nov`; nothing where no day is set. */
export function dueInWords(
  { dueOn, late }: Pick<QueueItem, 'dueOn' | 'late'>,
  now: string,
): string {
  if (dueOn === null) return '';
  return `${late ? 'was due' : 'due'} ${dateText(dueOn, Number(now.slice(0, 4)))}`;
}
