import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import {
  bandMark,
  facts as grid,
  mark,
  moment,
  mono,
  name,
  none,
  paragraph,
  person,
  when,
} from './pieces.ts';
import { counted, outcomeMarks, phaseWords, sentence } from './words.ts';

/** What the release is and where it stands, before anything else is read. */
export function headSection(facts: DossierFacts): Content {
  const { release, workspace } = facts;
  const { number, type, phase, outcome, risk, notes, zone, startAt } = release;
  const end = outcome === null ? null : outcomeMarks[outcome];
  return html`<p class="eyebrow">Release dossier · ${name(workspace.name)} · R-${number}</p>
    <h1>${name(release.name)}</h1>
    <div class="tags">
      <span>${sentence(type)} release</span>
      <span>${phaseWords[phase]}</span>
      ${end === null ? null : mark(end.status, end.word)}
      ${bandMark(risk.band, `${sentence(risk.band)} risk`)}
      ${release.dataMigration ? html`<span>Data migration</span>` : null}
    </div>
    ${grid([
      ['Start', when(startAt, zone ?? workspace.zone)],
      ['Owner', person(release.ownerId, facts)],
      ['Asked for by', person(release.requesterId, facts)],
      ['External change', externalChange(facts)],
      ['Started late by', lateness(release.lateMinutes)],
      ['Gates', gatesText(facts)],
    ])}
    <dl class="facts">
      <div class="wide">
        <dt>First in the way</dt>
        <dd>${firstInTheWay(facts)}</dd>
      </div>
      <div class="wide">
        <dt>Risk</dt>
        <dd>${risk.arithmetic}${risk.raisedBy.map((reason) => `; raised by ${reason}`)}</dd>
      </div>
      ${
        notes.trim() === ''
          ? null
          : html`<div class="wide">
              <dt>Notes</dt>
              <dd>${paragraph(notes)}</dd>
            </div>`
      }
    </dl>
    ${basis(facts)}`;
}

/** The address as text: a dossier is read where following links is nobody's habit. */
function externalChange({ release }: DossierFacts): Content {
  const { changeNumber, changeUrl } = release;
  if (changeUrl === '') return mono(changeNumber);
  return html`${mono(changeNumber)} <small>${name(changeUrl)}</small>`;
}

function lateness(minutes: number | null): Content {
  if (minutes === null) return none('not started');
  if (minutes === 0) return 'on time';
  return minutes > 0 ? `${minutes} min` : `${-minutes} min early`;
}

function gatesText({ gates }: DossierFacts): string {
  const passed = gates.filter(({ status }) => status === 'passed').length;
  return `${passed} of ${counted(gates.length, 'gate')} passed`;
}

function firstInTheWay({ release }: DossierFacts): Content {
  const { readiness } = release;
  if (readiness === null) return none('The release is closed.');
  const first = readiness.firstInTheWay;
  if (first === null) return mark('passed', 'Nothing: every gate is passed');
  return html`${mark(first.status)} <a href="#gate-${first.gateId}">${name(first.gate)}</a>:
    ${name(first.summary)}`;
}

/** What the dossier rests on, so that it can be checked against the workspace later. */
function basis(facts: DossierFacts): Content {
  const { at, head, workspace } = facts;
  return html`<div class="basis">
    <p>
      As of ${moment(at, facts)}. Times are those of ${workspace.zone} unless they say otherwise.
    </p>
    ${
      head === null
        ? null
        : html`<p>
            From the journal of the workspace up to ${moment(head.at, facts)}, newest entry
            <code>${head.hash}</code>
          </p>`
    }
    <p>
      Who decided is as entered: Slipway records on a workstation who is said to act, it does not
      prove it.
    </p>
  </div>`;
}
