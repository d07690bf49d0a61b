import type { Evaluation, MeasureAnswer } from '#shared/model/measures/answer.ts';
import type { Lens, MeasureKey } from '#shared/model/measures/terms.ts';
import type { Measure } from '#shared/rules/measures/measure.ts';
import { tierPlaces } from '#shared/rules/measures/tiers/tiers.ts';
import { twoByTwo } from '#shared/rules/measures/two-by-two.ts';
import { whyIn, whyOut } from '#shared/rules/measures/words.ts';

type Measures = Record<MeasureKey, Measure>;

/** Measures as they are answered: ids apart from details, and a sentence with every row. */
export function answerOf(
  measured: Measures,
  lens: Lens,
): Pick<Evaluation, 'measures' | 'twoByTwo'> {
  return {
    measures: {
      leadTimeForChanges: measureAnswer(measured.leadTimeForChanges),
      deploymentFrequency: measureAnswer(measured.deploymentFrequency),
      deploymentSuccessRate: measureAnswer(measured.deploymentSuccessRate),
      changeFailureRate: measureAnswer(measured.changeFailureRate),
      failedDeploymentRecoveryTime: measureAnswer(measured.failedDeploymentRecoveryTime),
      timeToRestore: measureAnswer(measured.timeToRestore),
      deploymentReworkRate: measureAnswer(measured.deploymentReworkRate),
      cycleTime: measureAnswer(measured.cycleTime),
      gateWaitingTime: measureAnswer(measured.gateWaitingTime),
      approvalTurnaround: measureAnswer(measured.approvalTurnaround),
    },
    twoByTwo:
      lens === 'slipway'
        ? twoByTwo(measured.deploymentSuccessRate, measured.changeFailureRate)
        : null,
  };
}

function measureAnswer(measure: Measure): MeasureAnswer {
  const { rows, numeratorRows, excluded, summary, from, to } = measure;
  const known = new Set(rows);
  const details = [...rows, ...numeratorRows.filter((row) => !known.has(row))];
  return {
    ...{ value: measure.value, valueIn: measure.valueIn },
    ...{ numerator: measure.numerator, denominator: measure.denominator, n: measure.n },
    ...{ standing: measure.standing, why: measure.why, interval: measure.interval },
    ...{ median: summary?.median ?? null, p85: summary?.p85 ?? null, mean: summary?.mean ?? null },
    rows: rows.map(({ id }) => id),
    numeratorRows: numeratorRows.map(({ id }) => id),
    details: details.map((row) => ({ ...row, causes: [...row.causes], why: whyIn(row) })),
    excluded: excluded.map((row) => ({ ...row, why: whyOut(row) })),
    ...{ open: [...measure.open], unripe: [...measure.unripe], parts: [...measure.parts] },
    beside: measure.beside.map((figure) => ({ ...figure, rows: [...figure.rows] })),
    printed: measure.printed,
    tiers: tierPlaces(measure).map((place) => ({ ...place, unchecked: [...place.unchecked] })),
    ...{ counted: measure.counted, unit: measure.unit, rule: measure.rule },
    ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    timeZone: measure.timeZone,
  };
}

type Given = Record<
  'deployments' | 'changes' | 'incidents' | 'releases',
  readonly { id: string }[]
>;

/** Ids that were given more than once; with other facts they would have been refused. */
export function repeatedIds(given: Given): Evaluation['repeated'] {
  return [
    ...repeated(given.deployments).map((id) => ({ kind: 'deployment' as const, id })),
    ...repeated(given.changes).map((id) => ({ kind: 'change' as const, id })),
    ...repeated(given.incidents).map((id) => ({ kind: 'incident' as const, id })),
    ...repeated(given.releases).map((id) => ({ kind: 'release' as const, id })),
  ];
}

function repeated(rows: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice];
}
