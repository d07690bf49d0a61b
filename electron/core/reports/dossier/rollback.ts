import type { GateStatus } from '#shared/model/governance/gates.ts';
import type { Alternative, Rehearsal } from '#shared/model/planning/rollback.ts';
import { alternativeWords, newestOf, rehearsalRemark } from '#shared/rules/planning/rehearsals.ts';
import { dateIn, daysBetween, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import {
  facts as grid,
  mark,
  name,
  named,
  none,
  paragraph,
  person,
  short,
  table,
} from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted } from './words.ts';

/** The way back: its steps, whether it was tried out, and what can be done instead. */
export function rollbackSection(facts: DossierFacts): Section {
  const { steps, durationMinutes, pointOfNoReturn, alternatives, rehearsals } = facts.rollback;
  const lines = steps.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const plan =
    lines.length === 0
      ? html`<p class="none">There is no rollback plan yet.</p>`
      : html`<ol>
            ${lines.map((line) => html`<li dir="auto">${line.trim()}</li> `)}
          </ol>
          ${grid([
            ['Takes', durationMinutes === null ? none() : `${durationMinutes} min`],
            ['Point of no return', pointOfNoReturn === '' ? none() : name(pointOfNoReturn)],
            ['Rehearsed', lastRehearsal(facts)],
          ])}`;
  return {
    id: 'rollback',
    title: 'Rollback plan',
    body: html`${plan} ${rehearsals.length === 0 ? null : rehearsalTable(facts)}
    ${alternatives.length === 0 ? null : alternativeTable(alternatives)}`,
  };
}

function lastRehearsal({ rollback, at, workspace }: DossierFacts) {
  const { rehearsedOn, rehearsalResult } = rollback;
  if (rehearsedOn === null) return none('never');
  const today = dateIn(at, workspace.zone);
  const days = daysBetween(rehearsedOn, today);
  const ago = days < 0 ? 'planned' : `${counted(days, 'day')} before this dossier`;
  const result = rehearsalResult === '' ? null : html`: ${name(rehearsalResult)}`;
  return html`${formatDate(rehearsedOn, today)}, ${ago}${result}`;
}

const resultMarks: Record<Rehearsal['result'], readonly [GateStatus, string]> = {
  passed: ['passed', 'Passed'],
  partly: ['waiting', 'Passed in part'],
  failed: ['failed', 'Failed'],
};

function rehearsalTable(facts: DossierFacts) {
  const { rollback, at, workspace } = facts;
  const today = dateIn(at, workspace.zone);
  const remarks = (['rollback', 'disaster-recovery'] as const).flatMap((kind) => {
    const newest = newestOf(rollback.rehearsals, kind);
    const remark = newest && rehearsalRemark(newest, rollback.durationMinutes, today);
    return remark === null ? [] : [html`<p>${remark}</p> `];
  });
  return html`<h3>Rehearsals</h3>
    ${table(
      [short('Held on'), 'What', named('Led by'), short('Result'), short('Took'), 'Note'],
      rollback.rehearsals.map(({ kind, rehearsedOn, byId, result, durationMinutes, note }) => [
        formatDate(rehearsedOn, today),
        kind === 'rollback' ? 'Rollback' : 'Disaster recovery',
        person(byId, facts),
        mark(...resultMarks[result]),
        durationMinutes === null ? none() : `${durationMinutes} min`,
        note === '' ? none() : paragraph(note),
      ]),
      'No rehearsal was held.',
    )}
    ${remarks}`;
}

function alternativeTable(alternatives: readonly Alternative[]) {
  return html`<h3>Alternatives</h3>
    ${table(
      [short('What'), 'How'],
      alternatives.map(({ kind, how }) => [alternativeWords[kind], paragraph(how)]),
      'There are no alternatives.',
    )}`;
}
