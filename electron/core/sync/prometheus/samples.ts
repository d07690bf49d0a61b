import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { boundedKey } from '../reading/keys.ts';
import { labelKey, labelSet, labelsOf } from '../reading/labels.ts';
import { longestText, within, type Place } from '../reading/place.ts';
import { holds, opened } from './envelope.ts';

const series = z.object({
  metric: labelSet,
  value: z.unknown().optional(),
  values: z.array(z.unknown()).nullish(),
  histogram: z.unknown().optional(),
  histograms: z.array(z.unknown()).nullish(),
});

/** Seconds since 1970, and the value: text, since JSON has no NaN. */
const point = z.tuple([z.number(), z.union([z.string().max(longestText), z.number()])]);

const histogram = z.tuple([
  z.number(),
  z.looseObject({ count: z.string().max(100), sum: z.string().max(100) }),
]);

/** The values of a query, at a time or over one. An empty vector is no data: no rows. */
export const samples: AnswerKind = {
  kinds: ['query', 'query-range'],
  listAt: [],
  isRow: (value) =>
    holds(value, 'resultType') ||
    'resultType' in value ||
    ('metric' in value &&
      ['value', 'values', 'histogram', 'histograms'].some((key) => key in value)),
  read(value, outer) {
    const envelope = opened(value, outer);
    if (envelope === null) return [];
    const { data, place } = envelope;
    if (!('resultType' in data)) return seriesRows(data, place);
    const { resultType, result } = data;
    if (result === null || result === undefined) return [];
    if (resultType === 'scalar' || resultType === 'string') {
      const isNumber = resultType === 'scalar';
      return sample(resultType, {}, result, within(place, 'result'), isNumber);
    }
    if (!Array.isArray(result)) {
      place.warn('result', 'expected a list of series');
      return [];
    }
    return result.flatMap((each, n) => seriesRows(each, within(place, `result[${n}]`)));
  },
};

function seriesRows(value: unknown, place: Place): NormalisedRow[] {
  const found = shaped(series, value, place, 'the series');
  if (found === null) return [];
  const labels = labelsOf(found.metric);
  const key = labelKey(labels);
  const at = (name: string, points: readonly unknown[]) =>
    points.flatMap((each, n) => sample(key, labels, each, within(place, `${name}[${n}]`)));
  const one = (name: string, each: unknown) =>
    each === null || each === undefined ? [] : sample(key, labels, each, within(place, name));
  return [
    ...one('value', found.value),
    ...at('values', found.values ?? []),
    ...one('histogram', found.histogram),
    ...at('histograms', found.histograms ?? []),
  ];
}

function sample(
  key: string,
  labels: Record<string, string>,
  raw: unknown,
  place: Place,
  isNumber = true,
): NormalisedRow[] {
  const read = pointOf(raw);
  if (read === null) {
    place.warn('', 'expected seconds since 1970 and a value as text');
    return [];
  }
  const { seconds, told } = read;
  const value = isNumber && read.isValue ? numberIn(told, place) : null;
  return [
    {
      kind: 'sample',
      externalId: boundedKey(`${key}@${seconds}`),
      labels,
      at: place.date('', Math.round(seconds * 1000)),
      value,
      rawValue: told.toWellFormed(),
    },
  ];
}

function pointOf(raw: unknown): { seconds: number; told: string; isValue: boolean } | null {
  const plain = point.safeParse(raw).data;
  if (plain) return { seconds: plain[0], told: String(plain[1]), isValue: true };
  const counted = histogram.safeParse(raw).data;
  if (!counted) return null;
  const [seconds, { count, sum }] = counted;
  return { seconds, told: `count ${count}, sum ${sum}`, isValue: false };
}

/** Null for what is no number to compare with: NaN and the infinite say that there is no data. */
function numberIn(told: string, place: Place): number | null {
  if (/^[+-]?(?:nan|inf|infinity)$/i.test(told)) return null;
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(told) ? Number(told) : NaN;
  if (Number.isFinite(value)) return value;
  place.warn('', 'has a value that is no number, and was left without one');
  return null;
}
