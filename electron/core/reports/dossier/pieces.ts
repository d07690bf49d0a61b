import { riskBands } from '#shared/model/governance/risks.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import { formatInFull, formatUtc, formatWhen } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { sentence, statusWords } from './words.ts';

/** The pieces every section is put together from. */

/** One drawing for each status, so that none is told by its colour alone; 16 × 16. */
const drawings: Record<GateStatus, Markup> = {
  passed: html`<circle cx="8" cy="8" r="6.25" /><path d="m5.2 8.2 2 2 3.6-4.2" />`,
  running: html`<path d="M8 1.75a6.25 6.25 0 1 1-6.25 6.25" /><path
      d="M1.75 8 0.6 6.4M1.75 8l1.5-1.3"
    />`,
  waiting: html`<circle cx="8" cy="8" r="6.25" /><path d="M8 4.4V8l2.4 1.6" />`,
  failed: html`<path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4z" /><path
      d="m6 6 4 4m0-4-4 4"
    />`,
  'out-of-date': html`<circle cx="8" cy="8" r="6.25" stroke-dasharray="3.2 2.4" />`,
  'not-applicable': html`<path d="M4 8h8" />`,
};

/** A status as drawing and word; another word may stand for it. */
export function mark(status: GateStatus, word: string = statusWords[status]): Markup {
  return html`<span class="mark ${status}"
    ><svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${drawings[status]}</svg
    >${word}</span
  >`;
}

/** A risk band: one bar of four for each step, since a risk is neither passed nor failed. */
export function bandMark(band: RiskBand, word = sentence(band)): Markup {
  const full = riskBands.indexOf(band);
  return html`<span class="mark ${band}"
    ><svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      ${[0, 1, 2, 3].map(
        (bar) =>
          html`<path
            d="M${2.5 + bar * 3.6} 13.5v-${3 + bar * 2.8}"
            ${bar > full ? faint : null}
          />`,
      )}</svg
    >${word}</span
  >`;
}

const faint = html`opacity="0.25"`;

/** A name from outside: its direction is its own and reaches no further. */
export function name(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

export function person(id: string | null, { people }: DossierFacts): Markup {
  if (id === null) return html`<span class="none">nobody</span>`;
  return name(people.get(id) ?? 'somebody who left');
}

/** Several lines as they were typed; a dash when there are none. */
export function paragraph(text: string): Markup {
  if (text.trim() === '') return none();
  return html`<p class="typed" dir="auto">${text.trim()}</p>`;
}

export function none(text = '–'): Markup {
  return html`<span class="none">${text}</span>`;
}

/** Local time with its zone, and UTC under it. */
export function when(instant: string | null, zone: string): Markup {
  if (instant === null) return none();
  return html`<span class="when"
    >${formatInFull(instant, zone)}<small>${formatUtc(instant)}</small></span
  >`;
}

/** A time in the workspace's zone with its year: it may be quoted without the rest. */
export function moment(instant: string, { workspace }: DossierFacts): string {
  return formatInFull(instant, workspace.zone);
}

/** The same for tables, where the head of the dossier has said zone and year. */
export function shortMoment(instant: string, { workspace, at }: DossierFacts): string {
  return formatWhen(instant, workspace.zone, at);
}

export function mono(text: string | null): Markup {
  return text === null || text === '' ? none() : html`<code>${text}</code>`;
}

/**
 * A column: `short` for words that are never broken, `name` for text that keeps room for a word or
 * two; a plain heading for text that wraps.
 */
export type Column = string | { title: string; fit: 'short' | 'name' };

/** A table with headings that repeat on every printed page; `empty` stands in for no rows. */
export function table(
  columns: readonly Column[],
  rows: readonly Content[][],
  empty: string,
): Markup {
  if (rows.length === 0) return html`<p class="none">${empty}</p>`;
  const fits = columns.map((column) => (typeof column === 'string' ? 'text' : column.fit));
  const titles = columns.map((column) => (typeof column === 'string' ? column : column.title));
  return html`<table>
    <thead>
      <tr>
        ${titles.map((title) => html`<th scope="col">${title}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, index) => html`<td class="${fits[index]}">${cell}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

export function short(title: string): Column {
  return { title, fit: 'short' };
}

export function named(title: string): Column {
  return { title, fit: 'name' };
}

/** Facts as term and value, in a grid. */
export function facts(pairs: readonly (readonly [string, Content])[]): Markup {
  return html`<dl class="facts">
    ${pairs.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

export type Section = { id: string; title: Content; count?: string; body: Content };

export function section({ id, title, count, body }: Section): Markup {
  return html`<section id="${id}">
    <h2>${title}${count === undefined ? null : html` <span class="count">${count}</span>`}</h2>
    ${body}
  </section> `;
}
