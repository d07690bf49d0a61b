import type { ScopeItem } from '#shared/model/planning/releases.ts';

export const kindWords: Record<ScopeItem['kind'], string> = {
  feature: 'Feature',
  fix: 'Fix',
  improvement: 'Improvement',
};

/** What an item is called in a sentence: its ticket, or its title. */
export function itemName(item: Pick<ScopeItem, 'ticket' | 'title'>): string {
  return item.ticket === '' ? item.title : item.ticket;
}
