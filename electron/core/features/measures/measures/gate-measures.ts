import type { MeasureKey } from '#shared/model/measures/terms.ts';
import { evaluateMeasure } from '#shared/rules/measures/evaluate.ts';
import type { Measure } from '#shared/rules/measures/measure.ts';
import { rowsOfServices } from '#shared/rules/measures/scoped-rows.ts';
import {
  measureOfLimit,
  thresholdGate,
  unknownMeasure,
  usualDays,
} from '#shared/rules/measures/threshold-gate.ts';
import type { MeasuresOf } from '../../governance/gates/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { readWorkspaceRows } from './workspace-rows.ts';

const day = 86_400_000;

/** How long before its window rows are read: what was mended or broken in it may have gone out then. */
const lookBackDays = 365;

/** What governance is handed up for gates that ask a limit of a measure. */
export const measuresOf: MeasuresOf = (store, asked) => {
  const longest = Math.max(...asked.map(({ limit }) => limit.days ?? usualDays));
  const earliest = Math.min(...asked.map(({ at }) => at));
  const rows = readWorkspaceRows(store, earliest - (longest + lookBackDays) * day);
  const { zone } = readWorkspace(store);
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const names = new Map(rows.releases.map(({ id, name }) => [id, name]));
  const measured = new Map<string, Measure>();

  const measureOf = (key: MeasureKey, serviceIds: readonly string[], at: number, days: number) => {
    const same = `${key} ${days} ${at} ${serviceIds.toSorted().join(' ')}`;
    const known = measured.get(same);
    if (known !== undefined) return known;
    const window = { from: at - days * day, to: at, timeZone: zone };
    const production = { productionEnvironments: ['production'] };
    const own = rowsOfServices(rows, serviceIds);
    const found = evaluateMeasure(key, own, { ...window, ...production });
    measured.set(same, found);
    return found;
  };

  return new Map(
    asked.map(({ gateId, at, serviceIds, limit }) => {
      const known = measureOfLimit(limit);
      if (known === null) return [gateId, unknownMeasure(limit)];
      const measure = measureOf(known.key, serviceIds, at, limit.days ?? usualDays);
      const ground = {
        services: serviceIds.map((id) => services.get(id) ?? 'a service'),
        nameOf: (id: string) => names.get(id) ?? id,
      };
      return [gateId, thresholdGate(limit, measure, ground)];
    }),
  );
};
