import type { Evidence, GateView, StandInAt } from '#shared/model/governance/gates.ts';
import { formatAge } from '#shared/rules/planning/zoned-time.ts';
import { html, link } from '../html.ts';
import { decisionCard } from './decisions.ts';
import type { DossierFacts } from './facts.ts';
import {
  facts as grid,
  mark,
  moment,
  name,
  named,
  none,
  person,
  short,
  shortMoment,
  table,
} from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, phaseWords, sentence } from './words.ts';

export function gateSection(facts: DossierFacts): Section {
  const { gates } = facts;
  const passed = gates.filter(({ status }) => status === 'passed').length;
  return {
    id: 'gates',
    title: 'Gates',
    count: `${passed} of ${gates.length} passed`,
    body: html`${
      facts.judgedAt === facts.at
        ? null
        : html`<p class="quiet">
            As they stood when the release was closed, ${moment(facts.judgedAt, facts)}.
          </p>`
    }
    ${table(
      [named('Gate'), short('Phase'), short('State'), 'Found'],
      gates.map(({ id, name: title, phase, status, summary, byException }) => [
        html`<a href="#gate-${id}">${name(title)}</a>`,
        phaseWords[phase],
        stateMark({ status, byException }),
        name(sentence(summary)),
      ]),
      'This release has no gates.',
    )}
    ${gates.map((gate) => gateBlock(gate, facts))}`,
  };
}

/** Passed by its own rule, or by an exception for a time: never one for the other. */
function stateMark({ status, byException }: Pick<GateView, 'status' | 'byException'>) {
  return byException === null ? mark(status) : mark(status, 'Passed by exception');
}

function gateBlock(gate: GateView, facts: DossierFacts) {
  const { id, phase, summary, why, needs, evidence, request, check } = gate;
  const whole = evidence.length <= 4 ? ' whole' : '';
  return html`<article class="gate${whole}" id="gate-${id}">
    <header>
      <h3>${name(gate.name)}</h3>
      <span class="quiet">${phaseWords[phase]}</span>
      ${stateMark(gate)}
    </header>
    <p>${name(sentence(summary))}</p>
    ${
      gate.byException === null
        ? null
        : html`<p class="quiet">
            Exception granted by
            ${
              gate.byException.grantedById === null
                ? none('somebody')
                : person(gate.byException.grantedById, facts)
            },
            until ${moment(gate.byException.expiresAt, facts)}: ${name(gate.byException.rationale)}
          </p>`
    }
    <p class="quiet">Why: ${name(why)}</p>
    ${
      needs.length === 0
        ? null
        : html`<p class="label">Needs</p>
            <ul>
              ${needs.map((need) => html`<li>${name(need)}</li> `)}
            </ul>`
    }
    ${check === 'decision' ? seats(gate, facts) : evidenceTable(evidence, facts)}
    ${
      request === null
        ? null
        : html`<p class="quiet">
            Asked for by ${person(request.byId, facts)},
            ${moment(request.at, facts)}${
              request.note.trim() === '' ? null : html`: ${name(request.note)}`
            }
          </p>`
    }
  </article> `;
}

/** Each place with whom it waits for, or with the decision that fills it. */
function seats({ seats: places, decisions }: GateView, facts: DossierFacts) {
  return grid(
    places.map(({ roleName, personIds, standIns, decisionId }) => {
      const filled = decisions.find(({ id }) => id === decisionId);
      const people = filled ? [filled.decidedById] : personIds;
      const names = people.flatMap((each, index) => [index > 0 && ', ', person(each, facts)]);
      const whose = people.length === 0 ? none('nobody') : names;
      return [
        roleName,
        filled
          ? html`${whose}, <a href="#decision-${filled.id}">decision</a>`
          : html`${whose}${standIns.map((each) => standIn(each, facts))}`,
      ];
    }),
  );
}

/** Who else can fill a place nobody has filled, for whom and why. */
function standIn({ personId, forPersonId, reason }: StandInAt, facts: DossierFacts) {
  const whom = forPersonId === null ? null : html` for ${person(forPersonId, facts)}`;
  return html`<small>or ${person(personId, facts)}${whom}: ${name(reason)}</small>`;
}

function evidenceTable(evidence: readonly Evidence[], facts: DossierFacts) {
  if (evidence.length === 0) return null;
  return table(
    ['Evidence', short('State'), 'Source', short('As of')],
    evidence.map(({ what, status, source, asOf, url }) => [
      html`<bdi>${link(url, sentence(what))}</bdi>`,
      mark(status),
      source === '' ? none() : name(source),
      asOf === null
        ? none()
        : html`${shortMoment(asOf, facts)}<small>${formatAge(asOf, facts.at)} old</small>`,
    ]),
    '',
  );
}

/** All decisions in one place, gate by gate, also those that were withdrawn. */
export function decisionSection(facts: DossierFacts): Section {
  const decided = facts.gates.filter(({ decisions }) => decisions.length > 0);
  const count = decided.reduce((sum, { decisions }) => sum + decisions.length, 0);
  return {
    id: 'decisions',
    title: 'Decisions',
    count: counted(count, 'decision'),
    body:
      decided.length === 0
        ? html`<p class="none">Nobody has decided yet.</p>`
        : decided.map(
            (gate) =>
              html`<h3>${name(gate.name)}</h3>
                ${gate.decisions.map((decision) => decisionCard(decision, gate, facts))}`,
          ),
  };
}
