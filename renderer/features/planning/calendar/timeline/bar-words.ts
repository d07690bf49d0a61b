import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import { rangeText, utcText, zoneText } from '../../../../components/when-text.ts';
import { exceptionsOf } from '../entry-words.ts';
import type { SeenBar } from './bars-in-sight.ts';

export const isoOf = (at: number) => new Date(at).toISOString();

/** `Mon 16 Nov 09:00 – Tue 1 Dec 22:00 London` */
export function localRange(
  { from, to }: Pick<TimelineBar, 'from' | 'to'>,
  zone: string,
  now: string,
) {
  return `${rangeText(isoOf(from), isoOf(to), zone, now)} ${zoneText(zone)}`;
}

export function utcRange({ from, to }: Pick<TimelineBar, 'from' | 'to'>, now: string): string {
  return from === to
    ? utcText(isoOf(from), now)
    : `${rangeText(isoOf(from), isoOf(to), 'UTC', now)} UTC`;
}

/** What a bar says to those who do not see it. */
export function barName({ bar, standing }: SeenBar, zone: string, now: string): string {
  const hold = bar.onHold && !standing.word.startsWith('on hold') ? ', on hold' : '';
  const leave = bar.exceptions > 0 ? `, ${exceptionsOf(bar.exceptions)}` : '';
  return `${bar.name}, ${bar.type}, ${standing.word}${hold}${leave}, ${localRange(bar, zone, now)}`;
}
