import type {
  Decision,
  DecisionCondition,
  FactDifference,
  GateView,
} from '#shared/model/governance/gates.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, moment, name, paragraph, person } from './pieces.ts';
import { channelWords, decisionMarks, groupWords } from './words.ts';

/** One decision with everything it rests on; it never breaks over a page. */
export function decisionCard(decision: Decision, gate: GateView, facts: DossierFacts) {
  const { outcome, current, withdrawn, overruled } = decision;
  const { status, word } = decisionMarks[outcome];
  const state = withdrawn
    ? mark('not-applicable', 'Withdrawn')
    : current
      ? mark('passed', 'On the present facts')
      : mark('out-of-date', 'For earlier facts');
  return html`<article
    class="decision${withdrawn ? ' withdrawn' : current ? '' : ' stale'}"
    id="decision-${decision.id}"
  >
    <header>
      ${mark(status, word)} <strong>${person(decision.decidedById, facts)}</strong> ${state}
    </header>
    <p class="quiet">${placeOf(decision, gate)}${record(decision, facts)}</p>
    ${standingIn(decision, facts)}
    ${decision.comment.trim() === '' ? null : paragraph(decision.comment)}
    ${conditions(decision.conditions, facts)}
    ${
      overruled
        ? html`<p>
            Overruled by ${person(overruled.byId, facts)}, ${moment(overruled.at, facts)}:
            ${name(overruled.reason)}
          </p>`
        : null
    }
    ${
      withdrawn
        ? html`<p>
            Withdrawn by ${person(withdrawn.byId, facts)}, ${moment(withdrawn.at, facts)}:
            ${name(withdrawn.reason)}
          </p>`
        : null
    }
    ${differences(decision.differences)}
    <p class="print-id">Fingerprint of the facts <code>${decision.fingerprint}</code></p>
  </article> `;
}

/** For whom it was given and why they could, and when a deferral comes up again. */
function standingIn(decision: Decision, facts: DossierFacts): Content {
  const { forPersonId, forReason, deferredTo } = decision;
  if (deferredTo !== null) {
    const today = dateIn(facts.at, facts.workspace.zone);
    return html`<p>Taken up again ${formatDate(deferredTo, today)}.</p>`;
  }
  if (forReason === '') return null;
  const whom = forPersonId === null ? null : html` for ${person(forPersonId, facts)}`;
  return html`<p>Stood in${whom}: ${name(forReason)}.</p>`;
}

function placeOf({ placeKey, secondPlace }: Decision, { seats }: GateView): Content {
  const role = seats.find(({ key }) => key === placeKey)?.roleName ?? placeKey;
  return html`${name(role)}${secondPlace ? ' (fills another place of this gate too)' : ''}, `;
}

/** When it was given and how it came into the record; recording for somebody else is always said. */
function record(decision: Decision, facts: DossierFacts): Content {
  const { decidedById, recordedById, channel, decidedAt, recordedAt } = decision;
  const given = html`${channelWords[channel]}, ${moment(decidedAt, facts)}`;
  if (recordedById === decidedById && recordedAt === decidedAt) return given;
  return html`${given}; recorded by ${person(recordedById, facts)}, ${moment(recordedAt, facts)}`;
}

function conditions(all: readonly DecisionCondition[], facts: DossierFacts): Content {
  if (all.length === 0) return null;
  const today = dateIn(facts.at, facts.workspace.zone);
  return html`<p class="label">Conditions</p>
    <ul>
      ${all.map(({ text, ownerId, dueOn, metAt, metById }) => {
        const due = `due ${formatDate(dueOn, today)}`;
        const state =
          metAt !== null
            ? html`${mark('passed', 'Met')} by ${person(metById, facts)}, ${moment(metAt, facts)}`
            : dueOn < today
              ? mark('failed', 'Overdue')
              : mark('waiting', 'Open');
        return html`<li>${name(text)}: ${person(ownerId, facts)}, ${due}. ${state}</li> `;
      })}
    </ul>`;
}

function differences(all: readonly FactDifference[]): Content {
  if (all.length === 0) return null;
  return html`<p class="label">Changed since</p>
    <ul class="changes">
      ${all.map(({ group, what, from, to }) => {
        const before = from === null ? null : html`<del dir="auto">${from}</del>`;
        const after = to === null ? null : html`<ins dir="auto">${to === '' ? 'added' : to}</ins>`;
        const arrow = before && after ? ' → ' : null;
        return html`<li>${groupWords[group]}: ${name(what)} ${before}${arrow}${after}</li> `;
      })}
    </ul>`;
}
