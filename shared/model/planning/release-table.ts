import { z } from 'zod';
import { id, zone } from '../primitives.ts';
import { riskAssessment, riskBand, riskBands } from '../governance/risks.ts';
import { outcome, outcomes, phase, phases, releaseType, releaseTypes } from './releases.ts';
import { readiness } from './release-views.ts';

/** Where a person, a service or a zone stands in the lists of the answer. */
const place = z.number().int().min(0);

/** A release or a train that others are part of. */
const whole = z.strictObject({ id, name: z.string() });
export type Whole = z.infer<typeof whole>;

/**
 * Every release at once, column by column: ten thousand of them as objects would be three times as
 * long, and name each person as often as they own something.
 */
export const releaseTable = z.strictObject({
  people: z.array(id),
  services: z.array(id),
  zones: z.array(zone),
  /** Releases others are part of, and trains they depart with. */
  wholes: z.array(whole),
  ids: z.array(id),
  numbers: z.array(z.number().int()),
  names: z.array(z.string()),
  types: z.array(releaseType),
  phases: z.array(phase),
  outcomes: z.array(outcome.nullable()),
  onHold: z.array(z.boolean()),
  owners: z.array(place),
  /** Milliseconds since 1970; null where no deployment is planned, as is the zone. */
  starts: z.array(z.number().int().nullable()),
  startZones: z.array(place.nullable()),
  /** What each is part of, as places in `wholes`. */
  parents: z.array(place.nullable()),
  trains: z.array(place.nullable()),
  scores: z.array(z.number().int().min(0).max(25)),
  bands: z.array(riskBand),
  /** How many services each ships; they stand in the two columns below one after the other. */
  shipCounts: z.array(place),
  shipServices: z.array(place),
  shipVersions: z.array(z.string()),
});
export type ReleaseTable = z.infer<typeof releaseTable>;

/** A row of the table: what it is filtered, sorted and grouped by. */
export type TableRelease = {
  id: string;
  number: number;
  name: string;
  type: z.infer<typeof releaseType>;
  phase: z.infer<typeof phase>;
  outcome: z.infer<typeof outcome> | null;
  onHold: boolean;
  ownerId: string;
  /** Milliseconds since 1970. */
  start: number | null;
  zone: string | null;
  /** The release it is part of, and the train it departs with. */
  parent: Whole | null;
  train: Whole | null;
  risk: { score: number; band: z.infer<typeof riskBand> };
  services: readonly { serviceId: string; version: string }[];
};

/** What costs more to know than a row: asked for the rows in sight. */
export const releaseStanding = z.strictObject({
  id,
  risk: riskAssessment,
  readiness: readiness.nullable(),
  lateMinutes: z.number().int().nullable(),
});
export type ReleaseStanding = z.infer<typeof releaseStanding>;

export const tableGroups = ['phase', 'type', 'owner', 'service', 'month', 'risk'] as const;
export type TableGroup = (typeof tableGroups)[number];

const ids = z.array(id).max(200).default([]);
const textKey = z.string().max(60);

/** How the table is arranged: what a saved view keeps. */
export const tableView = z.strictObject({
  which: z.enum(['open', 'closed', 'all']).default('open'),
  text: z.string().max(200).default(''),
  types: z.array(z.enum(releaseTypes)).max(10).default([]),
  phases: z.array(z.enum(phases)).max(10).default([]),
  owners: ids,
  services: ids,
  bands: z.array(z.enum(riskBands)).max(10).default([]),
  outcomes: z.array(z.enum(outcomes)).max(10).default([]),
  /** Releases and trains they are part of. */
  wholes: ids,
  group: z.enum(tableGroups).nullable().default(null),
  sort: z.strictObject({ key: textKey, descending: z.boolean() }).nullable().default(null),
  /** The columns that are shown; null leaves those that are. */
  columns: z.array(textKey).max(40).nullable().default(null),
});
export type TableView = z.infer<typeof tableView>;
