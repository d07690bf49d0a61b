import { measureKeys } from '#shared/model/measures/terms.ts';
import type { ReadPolicy } from './read-policy.ts';

type Found = { path: readonly (string | number)[]; message: string };

/**
 * A measure nobody knows, or one without a limit. Like whom a policy names it is told while people
 * write it, since a policy in force must stay readable when the program knows other measures.
 */
export function checkMeasures({ gates }: ReadPolicy): Found[] {
  return gates.flatMap(({ key, check, limits: { measure } }): Found[] => {
    const at = (field: readonly string[], message: string) => [
      { path: ['gates', key, ...field], message },
    ];
    if (check !== 'measure-threshold') {
      const message = `“${key}” looks at something else (${check}), so it reads no measure; take it out or make it a measure-threshold.`;
      return measure === undefined ? [] : at(['limits', 'measure'], message);
    }
    if (measure === undefined) {
      const message = `“${key}” says no measure; add limits with measure, such as { key: changeFailureRate, atMost: 15 }.`;
      return at(['check'], message);
    }
    if (measureKeys.every((each) => each !== measure.key)) {
      const message = `“${measure.key}” is no measure; expected one of ${measureKeys.join(', ')}.`;
      return at(['limits', 'measure', 'key'], message);
    }
    const { atLeast, atMost } = measure;
    if (atLeast === undefined && atMost === undefined) {
      const message = `“${key}” sets no limit of ${measure.key}; add atMost or atLeast.`;
      return at(['limits', 'measure'], message);
    }
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
      const message = `“${key}” asks at least ${atLeast} and at most ${atMost}, which nothing is; correct one of the two.`;
      return at(['limits', 'measure', 'atLeast'], message);
    }
    return [];
  });
}
