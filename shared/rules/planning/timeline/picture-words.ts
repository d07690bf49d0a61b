import type {
  TimelineGroup,
  TimelineOutline,
  TimelineView,
} from '#shared/model/planning/timeline.ts';
import { zoneName } from '../zoned-time.ts';

export const groupWords: Record<TimelineGroup, string> = {
  service: 'Services',
  environment: 'Environments',
  train: 'Trains',
  team: 'Teams',
};

type Counted = Pick<TimelineOutline, 'releases' | 'rows' | 'undated'>;

/** `24 releases in 12 rows; 2 have no date yet` */
export function countWords({ releases, rows, undated }: Counted): string {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  const all = `${counted(releases, 'release', 'releases')} in ${counted(rows.length, 'row', 'rows')}`;
  if (undated === 0) return all;
  return `${all}; ${counted(undated, 'has', 'have')} no date yet`;
}

/** Whether a view leaves releases out. */
export function isNarrowed({ filter }: TimelineView): boolean {
  return Object.values(filter).some((part) => part.length > 0);
}

type Shown = {
  view: TimelineView;
  from: number;
  to: number;
  now: number;
  zone: string;
  outline: Counted;
  /** A day in words. */
  day: (at: number) => string;
};

/** What stands under the title of a picture: which time, which rows, whether all, and as of when. */
export function pictureNote({ view, from, to, now, zone, outline, day }: Shown): string {
  return [
    `${day(from)} – ${day(to)}, ${zoneName(zone)} time`,
    `${groupWords[view.group]}: ${countWords(outline)}`,
    ...(isNarrowed(view) ? ['narrowed by a filter'] : []),
    `as of ${day(now)}`,
  ].join(' · ');
}
