import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { SeenBar } from './bars-in-sight.ts';

/** What was pressed on: a deployment of a bar, or the bar with all that is ahead of its release. */
export type Grab = {
  seen: SeenBar;
  /** Milliseconds since 1970 under the pointer when it was pressed. */
  at: number;
  deploymentId: string | null;
  isWhole: boolean;
  /** What is drawn while it is dragged. */
  span: { from: number; to: number };
  /** It was moved far enough to be a drag. */
  begun: boolean;
  /** What is moved; null until it was asked for. */
  entry: CalendarEntry | null;
};

export function grabOf(seen: SeenBar, at: number, deploymentId: string | null): Grab {
  const { bar } = seen;
  const deployment = bar.deployments.find(({ id }) => id === deploymentId);
  const { from, to } = deployment ?? bar;
  return {
    ...{ seen, at, deploymentId, isWhole: deploymentId === null, span: { from, to } },
    ...{ begun: false, entry: null },
  };
}

/** By how many milliseconds a deployment lies elsewhere. */
export function shiftOf({ startAt }: Pick<CalendarEntry, 'startAt'>, to: string): number {
  return Date.parse(to) - Date.parse(startAt);
}
