import { findingLevels, mostItems } from '#shared/model/governance/evidence.ts';
import type { ReportDetails, ReportItem } from '#shared/model/governance/evidence.ts';
import { kept, unreadable } from './report.ts';

/** More keys than this are no report anybody reads; each costs memory and is kept. */
const mostKeys = 1_000_000;

/**
 * Collects the single things of a report in bounded memory: the words of the first ones of each
 * level, the worst levels first, and the keys of all.
 */
export function createItems() {
  const groups = new Map<ReportItem['level'], ReportItem[]>();
  const keys = new Set<string>();
  return {
    /** `identity` stays the same from report to report while the thing does. */
    add(identity: string, item: Omit<ReportItem, 'key'>): void {
      const key = keyOf(identity);
      keys.add(key);
      if (keys.size > mostKeys) {
        throw unreadable(
          `The report tells of more than ${mostKeys.toLocaleString('en')} things. Split it, or narrow what the tool reports.`,
        );
      }
      const group = groups.get(item.level) ?? [];
      if (group.length === 0) groups.set(item.level, group);
      if (group.length >= mostItems) return;
      const { level } = item;
      const title = kept(item.title, 300);
      group.push({ key, title, where: kept(item.where, 300), level, text: kept(item.text) });
    },
    end(notes: readonly string[]): ReportDetails {
      const inOrder = [...findingLevels, null].flatMap((level) => groups.get(level) ?? []);
      return { items: inOrder.slice(0, mostItems), keys: [...keys], notes: [...notes] };
    },
  };
}

/**
 * 53 bits of the identity (cyrb53): enough that a hundred thousand keys do not meet by chance, and
 * short enough to keep all of them. It tells things apart and proves nothing.
 */
function keyOf(identity: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < identity.length; at++) {
    const code = identity.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
