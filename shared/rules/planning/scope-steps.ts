import type { Phase } from '#shared/model/planning/releases.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { Refusal } from '#shared/model/refusal.ts';

type Item = Pick<ScopeItem, 'ticket' | 'title' | 'status' | 'dropReason'>;
type Release = { id: string; name: string; phase: Phase };

/** An item that was dropped has its reason already; a second one would hide the first. */
export function checkDrop(item: Item): void {
  if (item.status !== 'dropped') return;
  throw new Refusal(
    'conflict',
    `${nameOf(item)} was dropped already: “${clipped(item.dropReason)}”. Take it up again first to drop it for another reason.`,
  );
}

/** Moves go from one open release to another, and take what is still meant to be shipped. */
export function checkMove(item: Item, from: Release, to: Release): void {
  if (from.id === to.id) {
    throw new Refusal(
      'conflict',
      `${nameOf(item)} is in ${to.name} already. Choose another release.`,
      { toReleaseId: 'is the release it is in; choose another one' },
    );
  }
  if (from.phase === 'closed') {
    throw new Refusal(
      'precondition_failed',
      `${from.name} is closed, so its scope stays as it was. Add ${nameOf(item)} to the scope of another release instead.`,
    );
  }
  if (to.phase === 'closed') {
    throw new Refusal(
      'precondition_failed',
      `${to.name} is closed, so nothing can be moved into it. Choose a release that is open.`,
      { toReleaseId: 'is closed; choose an open release' },
    );
  }
  if (item.status === 'dropped') {
    throw new Refusal(
      'precondition_failed',
      `${nameOf(item)} was dropped from ${from.name}, and stays in its record. Take it up again first, then move it.`,
    );
  }
}

function clipped(reason: string): string {
  return reason.length > 200 ? `${reason.slice(0, 200).toWellFormed()}…` : reason;
}

/** What an item is called in a sentence: its ticket, or its title. */
function nameOf({ ticket, title }: Pick<Item, 'ticket' | 'title'>): string {
  return ticket === '' ? `“${title}”` : ticket;
}
