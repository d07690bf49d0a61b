import { riskBands } from '#shared/model/governance/risks.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import type {
  CalibratedBand,
  CalibratedRelease,
  Calibration,
  CalibrationEnd,
} from '#shared/model/governance/calibration.ts';
import { fewestForShare, shareInterval } from '../share-interval.ts';

/** Instants as milliseconds. */
export type WentOut = {
  id: string;
  number: number;
  name: string;
  /** When its first deployment to production began, or any where none did. */
  at: number;
  rolledBack: boolean;
  failed: boolean;
  incident: boolean;
};

export type ToldBand = { releaseId: string; at: number; band: RiskBand };

/**
 * Whether bands foretell: of the releases told low, medium, high and critical, how many went wrong.
 * Only what was told before a release went out counts; afterwards everybody knows.
 */
export function calibrate(releases: readonly WentOut[], told: readonly ToldBand[]): Calibration {
  const byRelease = Map.groupBy(told, ({ releaseId }) => releaseId);
  const all = releases
    .map((release): CalibratedRelease => {
      const last = lastBefore(byRelease.get(release.id) ?? [], release.at);
      return {
        ...{ id: release.id, number: release.number, name: release.name },
        wentOutAt: new Date(release.at).toISOString(),
        band: last?.band ?? null,
        assessedAt: last === null ? null : new Date(last.at).toISOString(),
        end: endOf(release),
      };
    })
    .toSorted((a, b) => (a.wentOutAt < b.wentOutAt ? 1 : a.wentOutAt > b.wentOutAt ? -1 : 0));
  return {
    bands: riskBands.map((band) => bandOf(band, all)),
    without: all.filter(({ band }) => band === null).length,
    releases: all,
  };
}

function bandOf(band: RiskBand, all: readonly CalibratedRelease[]): CalibratedBand {
  const own = all.filter((release) => release.band === band);
  const wentWrong = own.filter(({ end }) => end !== 'clean').length;
  const verdict = own.length === 0 ? 'no-data' : own.length < fewestForShare ? 'too-few' : 'enough';
  return {
    band,
    n: own.length,
    wentWrong,
    interval: shareInterval(wentWrong, own.length),
    verdict,
  };
}

/** The weightiest thing that happened names the end. */
function endOf({ rolledBack, failed, incident }: WentOut): CalibrationEnd {
  if (rolledBack) return 'rolled-back';
  if (failed) return 'failed-deployment';
  return incident ? 'incident' : 'clean';
}

function lastBefore(told: readonly ToldBand[], at: number): ToldBand | null {
  const before = told.filter((each) => each.at <= at);
  return before.reduce<ToldBand | null>(
    (last, each) => (last === null || each.at >= last.at ? each : last),
    null,
  );
}
