import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { Evidence, GateStatus } from '#shared/model/governance/gates.ts';
import type { RowKind } from '#shared/model/measures/terms.ts';
import { counted, listed, ownEvidence } from '../governance/gate-outcome.ts';
import type { GateOutcome } from '../governance/gate-outcome.ts';
import type { Measure } from './measure.ts';
import { limitValue, thresholdMeasures } from './thresholds.ts';
import type { ThresholdMeasure } from './thresholds.ts';
import { valueInWords } from './value-words.ts';

export type MeasureLimit = NonNullable<GateLimits['measure']>;

/** How far back a gate looks that does not say. */
export const usualDays = 90;

/** The measure a limit speaks of; null where nobody knows its key. */
export function measureOfLimit({ key }: Pick<MeasureLimit, 'key'>): ThresholdMeasure | null {
  return thresholdMeasures.find((each) => each.key === key) ?? null;
}

/** More rows are not listed; the measure itself has them all. */
const mostRows = 10;

export type ThresholdGround = {
  /** Of the services it was measured over. */
  services: readonly string[];
  /** What a row is called. */
  nameOf: (id: string) => string;
};

/**
 * Where a gate stands that asks a limit of a measure. Without a value, or with too few rows for one
 * to say something, it waits: what is not known is within no limit.
 */
export function thresholdGate(
  limit: MeasureLimit,
  measure: Measure,
  { services, nameOf }: ThresholdGround,
): GateOutcome {
  const asked = measureOfLimit(limit);
  if (asked === null) return unknownMeasure(limit);
  const bounds = boundsInWords(limit, asked);
  if (bounds === '') {
    return outcome('waiting', `no limit is set for ${asked.name.toLowerCase()}`, [
      'Say in the policy what it must be at least or at most.',
    ]);
  }
  const name = asked.name.toLowerCase();
  const over = `over ${listed(services, 'and')} in the last ${counted(limit.days ?? usualDays, 'day')}`;
  const evidence = evidenceOf(measure, asked, nameOf);
  const { value, standing, n, why } = measure;
  if (value === null) {
    const summary = `no data for ${name} ${over}; ${bounds} asked`;
    return outcome('waiting', summary, [`${why ?? ''} ${untilThen}`.trim()], evidence);
  }
  const found = `${name} ${valueInWords(value, asked.valueIn)}${shareOf(measure)} ${over}`;
  if (standing !== 'enough') {
    const summary = `too few to say: ${rowsInWords(n, measure.counted)} ${over}; ${bounds} asked`;
    const need = `It says something from 5 ${measure.counted}s on, and there are ${n}.`;
    return outcome('waiting', summary, [`${need} ${untilThen}`], evidence);
  }
  if (isWithin(value, limit, asked)) {
    return outcome('passed', `${found}; ${bounds} asked`, [], evidence);
  }
  const need = `Bring it to ${bounds}, or ask for an exception.`;
  return outcome('failed', `${found}; ${bounds} asked`, [need], evidence);
}

/** A key that is no measure, as it stands in an older policy. */
export function unknownMeasure({ key }: Pick<MeasureLimit, 'key'>): GateOutcome {
  const known = thresholdMeasures.map((each) => each.key);
  return outcome('waiting', `no measure is called “${key}”`, [
    `Correct it in the policy; expected one of ${listed(known, 'or')}.`,
  ]);
}

const untilThen = 'Until then an exception leads past it.';

/** `at most 15 %`, `at least 1 a week and at most 5 a week`; empty where no limit is set. */
export function boundsInWords({ atLeast, atMost }: MeasureLimit, asked: ThresholdMeasure): string {
  const words = (typed: number) => valueInWords(limitValue(asked, typed), asked.valueIn);
  return [
    ...(atLeast === undefined ? [] : [`at least ${words(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${words(atMost)}`]),
  ].join(' and ');
}

function isWithin(value: number, { atLeast, atMost }: MeasureLimit, asked: ThresholdMeasure) {
  if (atLeast !== undefined && value < limitValue(asked, atLeast)) return false;
  return atMost === undefined || value <= limitValue(asked, atMost);
}

/** ` (1 of 8 releases)` of a share; nothing of what is no share. */
function shareOf({ valueIn, numerator, denominator, counted: kind }: Measure): string {
  if (valueIn !== 'share' || numerator === null || denominator === null) return '';
  return ` (${numerator} of ${rowsInWords(denominator, kind)})`;
}

function rowsInWords(count: number, kind: RowKind): string {
  return counted(count, kind);
}

/** The rule it was reckoned by with what was left out, and the rows that count against it. */
function evidenceOf(
  { rule, excluded, n, counted: kind, numeratorRows, rows }: Measure,
  { good, valueIn }: ThresholdMeasure,
  nameOf: (id: string) => string,
): Evidence[] {
  const out = excluded.length === 0 ? '' : `, ${counted(excluded.length, 'row')} left out`;
  const source = `${rule.name}, version ${rule.version}`;
  const how = ownEvidence(`${rowsInWords(n, kind)} counted${out}: ${rule.words}`, 'passed', source);
  const against =
    valueIn !== 'share'
      ? []
      : good === 'low'
        ? numeratorRows
        : rows.filter(({ counts }) => !counts);
  const named = against
    .slice(0, mostRows)
    .map(({ id }) => ownEvidence(nameOf(id), 'failed', 'counts against it'));
  const more = against.length - named.length;
  const rest = more <= 0 ? [] : [ownEvidence(`and ${more} more`, 'failed', 'counts against it')];
  return [how, ...named, ...rest];
}

function outcome(
  status: GateStatus,
  summary: string,
  needs: string[],
  evidence: Evidence[] = [],
): GateOutcome {
  return { status, summary, needs, evidence, asOf: null };
}
