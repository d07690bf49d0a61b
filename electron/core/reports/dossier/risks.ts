import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { daysBetween, dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import {
  bandMark,
  facts as grid,
  name,
  named,
  none,
  paragraph,
  person,
  short,
  table,
} from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence } from './words.ts';

export function riskSection(facts: DossierFacts): Section {
  const { risks, release } = facts;
  const { band, arithmetic, raisedBy } = release.risk;
  return {
    id: 'risks',
    title: 'Risks',
    count: counted(risks.length, 'risk'),
    body: html`<p>
        Change risk ${bandMark(band)}
        <span class="quiet">${arithmetic}${raisedBy.map((reason) => `; raised by ${reason}`)}</span>
      </p>
      ${table(
        ['Risk', short('Likelihood × impact'), 'Mitigation', named('Owner'), short('State')],
        risks.map(({ title, likelihood, impact, mitigation, ownerId, state }) => {
          const score = likelihood * impact;
          const own = riskBandOf(score);
          return [
            name(title),
            html`${likelihood} × ${impact} = ${score}<br />${bandMark(own)}`,
            paragraph(mitigation),
            person(ownerId, facts),
            sentence(state),
          ];
        }),
        'No risks are written down.',
      )}`,
  };
}

export function rollbackSection(facts: DossierFacts): Section {
  const { steps, durationMinutes, pointOfNoReturn } = facts.rollback;
  const lines = steps.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return {
    id: 'rollback',
    title: 'Rollback plan',
    body:
      lines.length === 0
        ? html`<p class="none">There is no rollback plan yet.</p>`
        : html`<ol>
              ${lines.map((line) => html`<li dir="auto">${line.trim()}</li> `)}
            </ol>
            ${grid([
              ['Takes', durationMinutes === null ? none() : `${durationMinutes} min`],
              ['Point of no return', pointOfNoReturn === '' ? none() : name(pointOfNoReturn)],
              ['Rehearsed', rehearsal(facts)],
            ])}`,
  };
}

function rehearsal({ rollback, at, workspace }: DossierFacts) {
  const { rehearsedOn, rehearsalResult } = rollback;
  if (rehearsedOn === null) return none('never');
  const today = dateIn(at, workspace.zone);
  const days = daysBetween(rehearsedOn, today);
  const ago = days < 0 ? 'planned' : `${counted(days, 'day')} before this dossier`;
  const result = rehearsalResult === '' ? null : html`: ${name(rehearsalResult)}`;
  return html`${formatDate(rehearsedOn, today)}, ${ago}${result}`;
}
