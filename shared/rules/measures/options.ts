import type { Lens, MeasureUnit } from '#shared/model/measures/terms.ts';
import { fewestForShare } from '../share-interval.ts';

export type MeasureOptions = {
  /** The window in UTC milliseconds: from ≤ t < to. */
  from: number;
  to: number;
  /** IANA name: days and weeks are those of this zone. */
  timeZone: string;
  lens?: Lens;
  unit?: MeasureUnit;
  /**
   * Until when facts are known, UTC milliseconds; `to` where it is not given. What happens from then
   * on is in the future: an incident resolved later is open, with its age at this instant.
   */
  asOf?: number;
  /** Rows of other services are not looked at; null or absent takes all. */
  services?: readonly string[] | null;
  /** Under so many rows a value is told as too few. */
  fewest?: number;
  /** Under so many days of age at `asOf` a deployment is not ripe for a failure rate. */
  ripeAfterDays?: number;
  /** Names of environments, in any case, that are production. */
  productionEnvironments?: readonly string[];
  /**
   * A change whose commit no deployment names belongs to the first that began after its merge. False
   * where each change says its deployment, so that one without was squashed or rebased away.
   */
  linkByTime?: boolean;
};

export type MeasureSettings = Required<MeasureOptions>;

export const defaultRipeAfterDays = 7;
export const defaultProduction: readonly string[] = ['production', 'prod'];

export function settle(options: MeasureOptions): MeasureSettings {
  const production = options.productionEnvironments ?? defaultProduction;
  return {
    ...{ from: options.from, to: options.to, timeZone: options.timeZone },
    lens: options.lens ?? 'slipway',
    unit: options.unit ?? 'perRelease',
    asOf: options.asOf ?? options.to,
    services: options.services ?? null,
    fewest: options.fewest ?? fewestForShare,
    ripeAfterDays: options.ripeAfterDays ?? defaultRipeAfterDays,
    productionEnvironments: production.map((name) => name.toLowerCase()),
    linkByTime: options.linkByTime ?? true,
  };
}
