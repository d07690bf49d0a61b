import type { Handlers } from '#core/context.ts';
import { evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import { readRows } from '#shared/rules/measures/rows.ts';
import { answerOf, repeatedIds } from './answer.ts';

/** Pure: neither the workspace nor the clock is asked, so the same input gives the same answer. */
export const measures: Handlers<'measures.evaluate'> = {
  'measures.evaluate': (input) => {
    const { from, to, asOf, ...rest } = input;
    const measured = evaluateMeasures(readRows(input), {
      ...rest,
      ...{ from: Date.parse(from), to: Date.parse(to) },
      asOf: Date.parse(asOf ?? to),
    });
    return {
      ...{ lens: input.lens, from, to, asOf: asOf ?? to, timeZone: input.timeZone },
      // Other tools count deployments whatever was asked for.
      unit: measured.changeFailureRate.unit,
      repeated: repeatedIds(input),
      ...answerOf(measured, input.lens),
    };
  },
};
