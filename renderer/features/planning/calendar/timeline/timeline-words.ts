import { timelineGroups } from '#shared/model/planning/timeline.ts';
import type { TimelineGroup, TimelineZoom } from '#shared/model/planning/timeline.ts';
import { groupWords } from '#shared/rules/planning/timeline/picture-words.ts';

export const groupChoices: readonly { value: TimelineGroup; label: string }[] = timelineGroups.map(
  (value) => ({ value, label: groupWords[value] }),
);

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
