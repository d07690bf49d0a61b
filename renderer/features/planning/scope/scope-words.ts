import type {
  ScopeChange,
  ScopeItem,
  ScopeKind,
  ScopePriority,
  ScopeStatus,
} from '#shared/model/planning/scope.ts';
import { dateText } from '../../../components/when-text.ts';

export const kindWords: Record<ScopeKind, string> = {
  feature: 'Feature',
  fix: 'Fix',
  improvement: 'Improvement',
};

export const priorityWords: Record<ScopePriority, string> = {
  must: 'Must',
  should: 'Should',
  could: 'Could',
};

export const statusWords: Record<ScopeStatus, string> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

export const changeWords: Record<ScopeChange['change'], string> = {
  added: 'Added',
  changed: 'Changed',
  reworded: 'Reworded',
  dropped: 'Dropped',
  gone: 'Gone',
};

/** What an item is called in a sentence: its ticket, or its title. */
export function itemName(item: Pick<ScopeItem, 'ticket' | 'title'>): string {
  return item.ticket === '' ? item.title : item.ticket;
}

/** `12 Mar`, with the year where it is another one; nobody asks on which weekday an idea came up. */
export function ideaInWords(ideaAt: string, today: string): string {
  return dateText(ideaAt, Number(today.slice(0, 4))).replace(/^\S+ /, '');
}

/** `14 items: 3 must, 6 done` */
export function countInWords(items: readonly ScopeItem[]): string {
  const all = items.length === 1 ? '1 item' : `${items.length} items`;
  const must = items.filter(({ priority }) => priority === 'must').length;
  const done = items.filter(({ status }) => status === 'done').length;
  const parts = [must > 0 ? `${must} must` : '', done > 0 ? `${done} done` : ''];
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? all : `${all}: ${said}`;
}

/** `1 added, 2 dropped`; empty for no changes. */
export function changesInWords(changes: readonly ScopeChange[]): string {
  return [...Map.groupBy(changes, ({ change }) => change)]
    .map(([change, group]) => `${group.length} ${changeWords[change].toLowerCase()}`)
    .join(', ');
}
