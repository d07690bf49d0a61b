import type { CabItem, CabItemState, CabMeeting } from '#shared/model/governance/cab.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { listed } from '../gate-outcome.ts';
import { isSettled } from './agenda.ts';

type Meeting = Pick<CabMeeting, 'title' | 'state'>;
type Item = Pick<CabItem, 'id' | 'kind' | 'state' | 'title'>;
type ItemGate = { status: GateStatus; takenIds: readonly string[] };

/** A meeting that was closed is the record of it. */
export function checkNotClosed({ title, state }: Meeting): void {
  if (state !== 'closed') return;
  throw new Refusal(
    'precondition_failed',
    `“${title}” is closed, so it stays as it was held. Its notes and minutes can still be worded better; plan another meeting for what is new.`,
  );
}

export function checkPlanned({ title, state }: Meeting): void {
  if (state === 'planned') return;
  throw new Refusal(
    'precondition_failed',
    state === 'closed'
      ? `“${title}” was held and is closed. Plan another meeting.`
      : `“${title}” has begun. Close it when it is over; what was not decided can be moved on then.`,
  );
}

export function checkRunning({ title, state }: Meeting): void {
  if (state === 'running') return;
  const wayOut = {
    planned: `“${title}” has not begun. Start it first.`,
    paused: `“${title}” is paused. Resume it first.`,
    closed: `“${title}” is closed. Plan another meeting for what is left.`,
  }[state];
  throw new Refusal('precondition_failed', wayOut);
}

export function checkPaused(meeting: Meeting): void {
  if (meeting.state === 'paused') return;
  throw new Refusal('precondition_failed', `“${meeting.title}” is not paused.`);
}

/** Votes go to the item that is open: the room hears what is decided. */
export function checkTaking(meeting: Meeting, item: Item): void {
  if (meeting.state !== 'running' && meeting.state !== 'paused') checkRunning(meeting);
  if (item.state === 'open') return;
  throw new Refusal(
    'precondition_failed',
    `“${item.title}” is not the item that is open. Open it first, so that the room sees what is decided.`,
  );
}

/** What an item comes to when it is left. A decision is taken once each of its gates has a vote. */
export function stateWhenLeft(item: Pick<Item, 'kind'>, gates: readonly ItemGate[]): CabItemState {
  if (item.kind !== 'decision') return 'decided';
  const dealtWith = ({ status, takenIds }: ItemGate) => takenIds.length > 0 || isSettled(status);
  return gates.every(dealtWith) ? 'decided' : 'waiting';
}

/**
 * The item whose turn is next: the first behind the open one that waits, then what was left waiting
 * before it, then what was skipped. Null when all had their turn.
 */
export function nextItem<I extends Item>(items: readonly I[], openId: string | null): I | null {
  const at = items.findIndex(({ id }) => id === openId);
  const behind = items.slice(at + 1).find(({ state }) => state === 'waiting');
  if (behind !== undefined) return behind;
  // From the last item on the round is over: what was left is taken up when next is asked again.
  if (at >= 0) return null;
  return items.find(({ state }) => state === 'skipped') ?? null;
}

/** The item before the open one, whatever became of it; the last one when none is open. */
export function previousItem<I extends Item>(items: readonly I[], openId: string | null): I | null {
  const at = items.findIndex(({ id }) => id === openId);
  const before = at < 0 ? items : items.slice(0, at);
  return before.findLast(({ state }) => state !== 'moved') ?? null;
}

/** What has no place yet when a meeting is closed. */
export function leftOver<I extends Item>(items: readonly I[]): I[] {
  return items.filter(({ state }) => state !== 'decided' && state !== 'moved');
}

/** Nothing of an agenda is dropped in silence: each item that is left has to go somewhere. */
export function checkRest(
  items: readonly Item[],
  rest: readonly { itemId: string; moveToId: string | null }[],
): void {
  const told = new Set(rest.map(({ itemId }) => itemId));
  const untold = leftOver(items).filter(({ id }) => !told.has(id));
  if (untold.length > 0) {
    const names = untold.slice(0, 5).map(({ title }) => `“${title}”`);
    const more = untold.length > 5 ? [`${untold.length - 5} more`] : [];
    throw new Refusal(
      'precondition_failed',
      `${listed([...names, ...more], 'and')} ${untold.length === 1 ? 'was' : 'were'} not dealt with. Say for each whether it is moved to a meeting ahead or goes back to what waits for the board.`,
      { rest: 'says nothing of an item that was not dealt with' },
    );
  }
  const left = new Set(leftOver(items).map(({ id }) => id));
  const wrong = rest.find(({ itemId }) => !left.has(itemId));
  if (wrong === undefined) return;
  throw new Refusal(
    'conflict',
    'An item that was to be moved was dealt with meanwhile. Look at the agenda again, then close the meeting.',
    { rest: 'names an item that was dealt with' },
  );
}
