import type { DriftRow } from '#shared/model/planning/baselines.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, name, none, paragraph, person, short, shortMoment, table, when } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, outcomeMarks, phaseWords } from './words.ts';

/** The release this one is part of, and those that are part of it. */
export function familySection(facts: DossierFacts): Section {
  const { parent, children } = facts.family;
  return {
    id: 'parts',
    title: 'Parent and parts',
    count: counted(children.length, 'part'),
    body: html`<p>
        ${parent === null ? 'Part of no other release.' : html`Part of ${name(parent.name)} (R-${parent.number}).`}
      </p>
      ${table(
        ['Part of it', short('Phase'), 'Planned start', short('Gates')],
        children.map(({ name: own, number, phase, outcome, startAt, zone, readiness }) => [
          html`${name(own)}<small>R-${number}</small>`,
          outcome === null
            ? phaseWords[phase]
            : mark(outcomeMarks[outcome].status, outcomeMarks[outcome].word),
          when(startAt, zone ?? facts.workspace.zone),
          readiness === null ? none() : `${readiness.passed} of ${readiness.total}`,
        ]),
        'No release is part of it.',
      )}`,
  };
}

/** What was agreed on against what is planned now and what came. */
export function driftSection(facts: DossierFacts): Section {
  const { baseline, rows, why } = facts.drift;
  return {
    id: 'drift',
    title: 'Baseline and drift',
    body:
      baseline === null
        ? html`<p class="none">No baseline was set.</p>`
        : html`<p dir="auto">
              Baseline of ${shortMoment(baseline.at, facts)} by ${person(baseline.byId, facts)}.
              ${why}
            </p>
            ${baseline.note === '' ? null : paragraph(baseline.note)}
            ${table(
              ['Date', 'Baseline', 'Now planned', 'Actual', short('Drift')],
              rows.map((row) => [
                name(row.what),
                dated(row.planned, row, facts, 'not yet planned'),
                dated(row.current, row, facts, 'taken out'),
                dated(row.actual, row, facts),
                driftText(row.driftDays),
              ]),
              'The baseline has no dates.',
            )}`,
  };
}

function dated(
  at: string | null,
  { zone }: DriftRow,
  facts: DossierFacts,
  missing?: string,
): Content {
  if (at === null) return none(missing);
  return zone === null ? formatDate(at, facts.plan.today) : when(at, zone);
}

function driftText(days: number | null): Content {
  if (days === null) return none();
  if (days === 0) return 'none';
  return `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}
