import { Temporal } from 'temporal-polyfill';
import type { SheetDefaults } from '#shared/model/planning/imports.ts';
import type { Deployment } from '#shared/model/planning/releases.ts';
import type { Environment } from '#shared/model/workspace/services.ts';
import { quoted } from '../../workspace/pasted-table.ts';
import { firstDeployment } from '../start.ts';
import { toInstant } from '../zoned-time.ts';
import type { Lookup } from './lookup.ts';
import type { Draft } from './row-reader.ts';
import type { WallSpan } from './wall-times.ts';
import { minutesOf } from './words-of-cells.ts';

/** A deployment as a row plans it; `id` is that of the one that is there. */
export type PlannedRow = {
  id: string | null;
  environmentId: string;
  region: string;
  startAt: string;
  zone: string;
  durationMinutes: number;
};

export type StartSurroundings = {
  environments: Lookup<Environment>;
  environmentKinds: ReadonlyMap<string, Environment['kind']>;
  /** Whether a lone number in the column of durations counts hours. */
  durationUnit: 'minutes' | 'hours';
  defaults: SheetDefaults;
};

type Planned = { planned: PlannedRow | null; before: Deployment | null; cautions: string[] };

/** The deployment a row plans, beside the one it would change; a sentence where it cannot be. */
export function readStart(
  draft: Draft,
  span: WallSpan,
  present: readonly Deployment[],
  around: StartSurroundings,
): Planned | string {
  const cautions: string[] = [];
  const written = draft.environment ?? '';
  const named = written === '' ? null : around.environments.one(written);
  if (written !== '' && named === null) {
    return `${quoted(written)} is no environment of this workspace. Add it under Settings → Environments, or correct the cell.`;
  }
  const ahead = present.filter(({ actualStartAt }) => actualStartAt === null);
  const before =
    named === null
      ? (firstDeployment(ahead, around.environmentKinds) ?? null)
      : (ahead.find(({ environmentId }) => environmentId === named.id) ?? null);
  const environmentId = named?.id ?? before?.environmentId ?? around.defaults.environmentId;
  const duration = durationOf(draft.duration ?? '', span, around);
  if (typeof duration === 'string') return duration;
  if (span.start === null && before === null) {
    if (written !== '') cautions.push('No start date: no deployment is planned.');
    return { planned: null, before: null, cautions };
  }
  if (environmentId === null) {
    return 'There is no environment to deploy to. Add one under Settings → Environments, or name one in the sheet.';
  }
  if (span.start !== null && ahead.length < present.length && before === null) {
    return 'Its deployment has happened and stays as it went. Plan another one in the release.';
  }
  const at = startAt(span, before, around.defaults, cautions);
  const region = (draft.region ?? '') || (before?.region ?? named?.region ?? '');
  if (region.length > 60) return 'The region is longer than 60 characters. Shorten it.';
  const planned: PlannedRow = {
    id: before?.id ?? null,
    environmentId,
    region,
    ...at,
    durationMinutes: duration ?? before?.durationMinutes ?? around.defaults.durationMinutes,
  };
  return { planned, before, cautions };
}

function startAt(
  { start, zone }: WallSpan,
  before: Deployment | null,
  defaults: SheetDefaults,
  cautions: string[],
): { startAt: string; zone: string } {
  if (start === null) {
    if (before === null) throw new Error('A row without a date plans nothing new');
    return { startAt: before.startAt, zone: before.zone };
  }
  const used = zone ?? defaults.zone;
  // A sheet of days alone does not move what has a time on that day already.
  const kept = before === null ? null : clockIn(before.startAt, used);
  const time = start.time ?? kept ?? defaults.startTime;
  if (start.time === null && kept === null)
    cautions.push(`No time in the sheet: ${time} is taken.`);
  const { instant, note } = toInstant({ date: start.date, time, zone: used });
  if (note !== null) cautions.push(note);
  // The same instant in a zone nobody wrote is no change.
  const same = before !== null && before.startAt === instant && zone === null;
  return { startAt: instant, zone: same ? before.zone : used };
}

function clockIn(instant: string, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

function durationOf(
  cell: string,
  { start, end, zone }: WallSpan,
  { durationUnit, defaults }: StartSurroundings,
): number | string | null {
  if (cell !== '') {
    const minutes = minutesOf(cell, durationUnit);
    return minutes ?? `${quoted(cell)} is no duration. Write it such as 90 min or 1:30.`;
  }
  if (start === null || end === null || start.time === null || end.time === null) return null;
  const used = zone ?? defaults.zone;
  const from = toInstant({ date: start.date, time: start.time, zone: used });
  const to = toInstant({ date: end.date, time: end.time, zone: used });
  const minutes = Math.round((Date.parse(to.instant) - Date.parse(from.instant)) / 60_000);
  if (minutes < 0) return 'The end lies before the start. Correct one of them.';
  return minutes <= 100_000 ? minutes : 'It lasts longer than 69 days. Correct the end.';
}
