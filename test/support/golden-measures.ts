import type { z } from 'zod';
import {
  changeRows,
  deploymentRows,
  incidentRows,
  releaseRows,
} from '#shared/model/measures/rows.ts';
import type { changeRow, deploymentRow, incidentRow } from '#shared/model/measures/rows.ts';
import { readRows } from '#shared/rules/measures/rows.ts';
import type { MeasureRows } from '#shared/rules/measures/rows.ts';

export type GivenDeployment = z.input<typeof deploymentRow>;
export type GivenChange = z.input<typeof changeRow>;
export type GivenIncident = z.input<typeof incidentRow>;

/** `03-02 10:00` of 2026 as an instant in UTC. */
export function utc(dayAndTime: string): string {
  return `2026-${dayAndTime.replace(' ', 'T')}:00.000Z`;
}

const service = 'payments';

function deployed(
  id: string,
  at: string,
  releaseId: string | null,
  more: Partial<GivenDeployment> = {},
): GivenDeployment {
  return {
    ...{ id, service, environment: 'production', result: 'succeeded', releaseId },
    ...{ startedAt: utc(at), finishedAt: utc(at), commit: `sha-${id}`, ...more },
  };
}

function changed(
  id: string,
  opened: string,
  merged: string,
  deploymentId: string | null,
): GivenChange {
  return {
    ...{ id, service, commit: `sha-${id}`, deploymentId },
    ...{ firstCommitAt: utc(opened), openedAt: utc(opened), mergedAt: utc(merged) },
  };
}

function broke(
  id: string,
  created: string,
  resolved: string | null,
  severity: string,
): GivenIncident {
  return {
    ...{ id, service, severity, createdAt: utc(created) },
    resolvedAt: resolved === null ? null : utc(resolved),
  };
}

/** Four weeks of one service with the value of every measure known to the minute, under every lens. */
export const golden = {
  /** From ≤ t < to, UTC. */
  window: { from: utc('03-02 00:00'), to: utc('03-30 00:00'), timeZone: 'UTC' },
  /** The same a day longer, in which I0 was detected. */
  longWindow: { from: utc('03-01 00:00'), to: utc('03-30 00:00'), timeZone: 'UTC' },
  rows: {
    deployments: [
      deployed('D1', '03-02 10:00', 'RA'),
      deployed('D2', '03-04 15:30', 'RB'),
      deployed('D3', '03-05 09:00', 'RC', { result: 'failed' }),
      deployed('D4', '03-05 11:00', 'RC', { fixOf: 'D3' }),
      deployed('D5', '03-09 10:00', null, { environment: 'staging' }),
      deployed('D6', '03-11 22:15', 'RD'),
      deployed('D7', '03-18 08:00', 'RE'),
      deployed('D8', '03-25 16:45', 'RF'),
    ],
    changes: [
      changed('C1', '02-27 09:00', '03-01 12:00', 'D1'),
      changed('C2', '03-03 10:00', '03-04 09:00', 'D2'),
      changed('C3', '03-04 08:10', '03-04 14:00', 'D2'),
      changed('C4', '03-04 16:00', '03-05 08:30', 'D4'),
      changed('C5', '03-06 09:00', '03-10 17:00', 'D6'),
      changed('C6', '03-11 21:55', '03-11 22:00', 'D6'),
      changed('C7', '03-12 09:00', '03-17 18:00', 'D7'),
      changed('C8', '03-20 11:00', '03-24 09:00', 'D8'),
      changed('C9', '03-25 16:00', '03-26 10:00', null),
    ],
    incidents: [
      broke('I0', '03-01 08:00', '03-01 09:00', 'minor'),
      broke('I1', '03-04 16:10', '03-04 16:55', 'minor'),
      broke('I2', '03-04 18:00', '03-04 20:30', 'critical'),
      broke('I3', '03-12 07:00', '03-12 13:40', 'major'),
      broke('I4', '03-26 09:00', null, 'critical'),
    ],
    releases: ['RA', 'RB', 'RC', 'RD', 'RE', 'RF'].map((id) => ({ id, service, gates: [] })),
  },
};

export type GivenRows = {
  deployments?: GivenDeployment[];
  changes?: GivenChange[];
  incidents?: GivenIncident[];
  releases?: z.input<typeof releaseRows>;
};

/** Plain rows as the rules reckon with them; throws where one is refused. */
export function readGiven(given: GivenRows): MeasureRows {
  return readRows({
    deployments: deploymentRows.parse(given.deployments),
    changes: changeRows.parse(given.changes),
    incidents: incidentRows.parse(given.incidents),
    releases: releaseRows.parse(given.releases),
  });
}

/** A window of instants as milliseconds. */
export function spanOf(window: { from: string; to: string; timeZone: string }) {
  return { ...window, from: Date.parse(window.from), to: Date.parse(window.to) };
}
