import type {
  TimelineGroup,
  TimelineOutline,
  TimelineZoom,
} from '#shared/model/planning/timeline.ts';

export const groupChoices: readonly { value: TimelineGroup; label: string }[] = [
  { value: 'service', label: 'Services' },
  { value: 'environment', label: 'Environments' },
  { value: 'train', label: 'Trains' },
  { value: 'team', label: 'Teams' },
];

export const zoomChoices: readonly { value: TimelineZoom; label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
];

/** What a row has of its bars. */
export function nounOf(group: TimelineGroup): readonly [one: string, many: string] {
  return group === 'environment' ? ['deployment', 'deployments'] : ['release', 'releases'];
}

/** `24 releases in 12 rows; 2 have no date yet` */
export function countWords({ releases, rows, undated }: TimelineOutline): string {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  const all = `${counted(releases, 'release', 'releases')} in ${counted(rows.length, 'row', 'rows')}`;
  if (undated === 0) return all;
  return `${all}; ${counted(undated, 'has', 'have')} no date yet`;
}
