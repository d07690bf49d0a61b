import type { Handlers } from '#core/context.ts';
import { measuresOf } from '#shared/rules/measures/evaluate.ts';
import { openLedger } from '#shared/rules/measures/ledger.ts';
import { linksOf } from '#shared/rules/measures/links.ts';
import { settle } from '#shared/rules/measures/options.ts';
import { readRows } from '#shared/rules/measures/rows.ts';
import { answerOf, repeatedIds } from './answer.ts';

/** Pure: neither the workspace nor the clock is asked, so the same input gives the same answer. */
export const measures: Handlers<'measures.evaluate'> = {
  'measures.evaluate': (input) => {
    const { from, to, asOf } = input;
    const settings = settle({
      ...{ lens: input.lens, unit: input.unit, timeZone: input.timeZone },
      ...{ from: Date.parse(from), to: Date.parse(to), asOf: Date.parse(asOf ?? to) },
      ...{ services: input.services, fewest: input.fewest, linkByTime: input.linkByTime },
      ripeAfterDays: input.ripeAfterDays,
      productionEnvironments: input.productionEnvironments,
    });
    const ledger = openLedger(readRows(input), settings);
    const measured = measuresOf(ledger);
    return {
      ...{ lens: input.lens, from, to, asOf: asOf ?? to, timeZone: input.timeZone },
      // Other tools count deployments whatever was asked for.
      unit: measured.changeFailureRate.unit,
      ...{ repeated: repeatedIds(input), links: linksOf(ledger) },
      ...answerOf(measured, input.lens),
    };
  },
};
