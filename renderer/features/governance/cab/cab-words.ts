import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import type { Names } from '../../planning/releases/index.ts';

type Look = { kind: StatusKind; word: string };

export const meetingLook: Record<CabMeeting['state'], Look> = {
  planned: { kind: 'waiting', word: 'Planned' },
  running: { kind: 'running', word: 'Being held' },
  paused: { kind: 'waiting', word: 'Paused' },
  closed: { kind: 'passed', word: 'Held' },
};

/** Where an item stands; what is only noted is not said to be decided. */
export function itemLook({ kind, state }: Pick<CabItem, 'kind' | 'state'>): Look {
  switch (state) {
    case 'waiting':
      return { kind: 'waiting', word: 'Waiting' };
    case 'open':
      return { kind: 'running', word: 'Open now' };
    case 'decided':
      return { kind: 'passed', word: kind === 'decision' ? 'Decided' : 'Noted' };
    case 'skipped':
      return { kind: 'not-applicable', word: 'Passed over' };
    case 'moved':
      return { kind: 'not-applicable', word: 'Moved on' };
  }
}

export const kindWords: Record<CabItem['kind'], string> = {
  decision: 'Decision',
  standard: 'Standard change',
  note: 'Other point',
};

/** `for Ana Duarte`, or `standing in` for a role nobody is named in. */
export function standsFor(forPersonId: string | null, names: Pick<Names, 'person'>): string {
  return forPersonId === null ? 'standing in' : `for ${names.person(forPersonId)}`;
}

/** `1 item`, `3 items`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
