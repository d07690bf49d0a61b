import { z } from 'zod';
import { riskBand, riskBands } from '../governance/risks.ts';
import { dateText, id } from '../primitives.ts';
import { deploymentResult, outcome, phase, releaseType, releaseTypes } from './releases.ts';
import { band } from './windows.ts';

/** What a row of the timeline stands for. */
export const timelineGroups = ['service', 'environment', 'train', 'team'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

/** Named after what fits a window: a day, a week, a month, a quarter, a year. */
export const timelineZooms = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type TimelineZoom = (typeof timelineZooms)[number];

const ids = z.array(id).max(200).default([]);

/** Which releases are shown: of one part any choice fits, a part without choices takes all. */
export const timelineFilter = z.strictObject({
  text: z.string().max(200).default(''),
  types: z.array(z.enum(releaseTypes)).max(10).default([]),
  bands: z.array(z.enum(riskBands)).max(10).default([]),
  owners: ids,
  services: ids,
  environments: ids,
  trains: ids,
});
export type TimelineFilter = z.infer<typeof timelineFilter>;

/** How the timeline is arranged. The zoom belongs to it: short bars need lanes of their own from afar. */
export const timelineView = z.strictObject({
  group: z.enum(timelineGroups).default('service'),
  zoom: z.enum(timelineZooms).default('month'),
  filter: timelineFilter.prefault({}),
});
export type TimelineView = z.infer<typeof timelineView>;

const count = z.number().int().min(0);
/** Milliseconds since 1970. */
const moment = z.number().int();

export const timelineRow = z.strictObject({
  /** Null for what belongs to none of them. */
  id: id.nullable(),
  name: z.string(),
  /** Bars in it. */
  bars: count,
  /** Its lanes follow those of the row before; bars of one lane never overlap. */
  lanes: count,
});
export type TimelineRow = z.infer<typeof timelineRow>;

/** The rows with room for all their bars, and nothing of the bars themselves. */
export const timelineOutline = z.strictObject({
  rows: z.array(timelineRow),
  releases: count,
  /** Releases that have no date yet, and so no bar. */
  undated: count,
  /** From the first bar to the last; null without any. */
  from: moment.nullable(),
  to: moment.nullable(),
  /** Every train of the workspace, to choose from. */
  trains: z.array(z.strictObject({ id, name: z.string() })),
});
export type TimelineOutline = z.infer<typeof timelineOutline>;

export const timelineBar = z.strictObject({
  releaseId: id,
  /** The deployment it is, where rows are environments; null where it is a whole release. */
  deploymentId: id.nullable(),
  /** Counted over all rows. */
  lane: count,
  from: moment,
  to: moment,
  /** Where the next bar of its lane begins: room for its name. */
  next: moment.nullable(),
  number: z.number().int(),
  name: z.string(),
  type: releaseType,
  phase,
  outcome: outcome.nullable(),
  onHold: z.boolean(),
  ownerId: id,
  risk: riskBand,
  /** Exceptions its release was granted and that are in force. */
  exceptions: count,
  phases: z.array(z.strictObject({ phase, at: moment })),
  deployments: z.array(
    z.strictObject({
      id,
      environmentId: id,
      from: moment,
      to: moment,
      result: deploymentResult.nullable(),
    }),
  ),
  milestones: z.array(
    z.strictObject({ id, title: z.string(), at: moment, on: dateText, done: z.boolean() }),
  ),
});
export type TimelineBar = z.infer<typeof timelineBar>;

/** A dependency from the end of one bar to the beginning of another. */
export const timelineLink = z.strictObject({
  from: moment,
  fromLane: count,
  to: moment,
  toLane: count,
});
export type TimelineLink = z.infer<typeof timelineLink>;

/** A window as it lies over some rows; null: over all of them. */
export const timelineBand = z.strictObject({ ...band.shape, rows: z.array(count).nullable() });
export type TimelineBand = z.infer<typeof timelineBand>;

/** Everything that is drawn in a span of time and lanes. */
export const timelineTile = z.strictObject({
  bars: z.array(timelineBar),
  bands: z.array(timelineBand),
  links: z.array(timelineLink),
});
export type TimelineTile = z.infer<typeof timelineTile>;

/** Lanes from the first to, not including, the last, and a span of time. */
export const timelineExtract = z.strictObject({
  from: moment,
  to: moment,
  firstLane: count.default(0),
  /** Absent: to the end. */
  lastLane: count.optional(),
});

/** A bar somebody stands on, and where they go from it. */
export const timelineStep = z.strictObject({
  view: timelineView.prefault({}),
  row: count,
  releaseId: id,
  deploymentId: id.nullable(),
  at: moment,
  step: z.enum(['next', 'previous', 'up', 'down']),
});
export type TimelineStep = z.infer<typeof timelineStep>;

export const timelinePlace = z.strictObject({
  row: count,
  lane: count,
  releaseId: id,
  deploymentId: id.nullable(),
  from: moment,
  to: moment,
});
export type TimelinePlace = z.infer<typeof timelinePlace>;
