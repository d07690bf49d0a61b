import type { DecisionOutcome, GateView } from '#shared/model/governance/gates.ts';
import { ableIn } from '#shared/rules/governance/stand-ins.ts';
import { html } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import { mark, name, person } from '../dossier/pieces.ts';
import { phaseWords, sentence } from '../dossier/words.ts';
import type { PackFacts, PackRelease } from './facts.ts';

const outcomes: readonly (readonly [DecisionOutcome | '', string])[] = [
  ['go', 'Go'],
  ['conditional-go', 'Conditional go'],
  ['no-go', 'No-go'],
  ['deferred', 'Defer'],
  ['abstain', 'Abstain'],
  ['', 'No answer'],
];

/** The decisions a release asks for: each with its facts, and the fields that take the answer. */
export function askCards(release: PackRelease): Markup[] {
  const { dossier, asked } = release;
  return asked.flatMap(({ gateId }) => {
    const gate = dossier.gates.find(({ id }) => id === gateId);
    return gate === undefined ? [] : [askCard(gate, release)];
  });
}

function askCard(gate: GateView, release: PackRelease): Markup {
  const { id, status, summary, why, needs, phase } = gate;
  return html`<article class="gate ask" id="ask-${id}" data-gate="${id}">
    <header>
      <h4>${name(gate.name)}</h4>
      <span class="quiet">${phaseWords[phase]}</span>
      ${mark(status)}
    </header>
    <p>${name(sentence(summary))}</p>
    <p class="quiet">Why: ${name(why)}</p>
    ${
      needs.length === 0
        ? null
        : html`<ul>
            ${needs.map((need) => html`<li>${name(need)}</li> `)}
          </ul>`
    }
    <p class="quiet">${seatText(gate, release)}</p>
    ${answerFields(gate)}
  </article> `;
}

function seatText({ seats, decisions }: GateView, { dossier }: PackRelease): Content {
  return seats.map((seat, index) => {
    const { roleName, standIns, decisionId } = seat;
    const decided = decisions.find(({ id }) => id === decisionId);
    const ids = decided === undefined ? ableIn(seat) : [decided.decidedById];
    const names = ids.flatMap((each, at) => {
      const standIn = standIns.find(({ personId }) => personId === each);
      const reason = decided?.forReason ?? standIn?.reason ?? '';
      const why = reason === '' ? null : html` (${name(reason)})`;
      return [at > 0 && ', ', person(each, dossier), why];
    });
    return html`${index > 0 ? '; ' : ''}${name(roleName)}:
    ${names.length === 0 ? 'nobody' : names}${decided === undefined ? null : ', who has decided'}`;
  });
}

/** Hidden until the script is there to take what is typed. */
function answerFields({ id, name: gate }: GateView): Markup {
  return html`<fieldset class="answer" hidden>
    <legend>Your decision on <bdi>${gate}</bdi></legend>
    <p class="other" hidden>Not asked of you.</p>
    <div class="outcomes">
      ${outcomes.map(
        ([value, word]) =>
          html`<label
            ><input
              type="radio"
              name="outcome-${id}"
              value="${value}"
              ${value === '' ? checked : null}
            />
            ${word}</label
          > `,
      )}
    </div>
    <div class="conditions" hidden>
      <p class="label">Conditions</p>
      <ol></ol>
      <button type="button" class="add">Add a condition</button>
    </div>
    <label class="field until" hidden
      >Taken up again on<input type="date" class="until-on"
    /></label>
    <label class="field"
      >Comment<textarea class="comment" rows="2" maxlength="20000"></textarea>
      <small class="help">A no-go needs its reason.</small></label
    >
    <p class="problem" role="alert" hidden></p>
  </fieldset>`;
}

const checked = html`checked`;

/** One condition as the script puts it in, once for each. */
export function conditionTemplate({ people }: PackFacts): Markup {
  return html`<template id="condition">
    <li class="condition">
      <label class="field">What has to be done<input class="text" maxlength="200" /></label>
      <div class="pair">
        <label class="field"
          >Owner<select class="owner">
            <option value="">Choose…</option>
            ${people.map(({ id, name: who }) => html`<option value="${id}">${who}</option> `)}
          </select></label
        >
        <label class="field">Due<input type="date" class="due" /></label>
        <button type="button" class="remove">Remove</button>
      </div>
    </li>
  </template>`;
}

/** Who signs, with which code, and the button that saves the answer. */
export function signSection({ reviewers, title }: PackFacts): Markup {
  return html`<section id="sign">
    <h2>Sign and save</h2>
    <noscript
      ><p class="notice">
        Scripts are switched off, so this page can be read but takes no answer. Switch them on for
        this file, or give your decisions to whoever sent it.
      </p></noscript
    >
    <div class="signing" hidden>
      <p>
        Your answer is saved as a file. Send it back to whoever gave you this pack; nothing leaves
        this machine by itself.
      </p>
      <label class="field"
        >You are<select id="reviewer">
          ${reviewers.length === 1 ? null : html`<option value="">Choose your name…</option>`}
          ${reviewers.map(({ id, name: who }) => html`<option value="${id}">${who}</option> `)}
        </select></label
      >
      <label class="field"
        >Your code<input
          id="code"
          autocomplete="off"
          spellcheck="false"
          placeholder="XXXX-XXXX-XXXX"
          maxlength="40"
        /><small class="help"
          >You were given it beside this file. It signs your answer and is not saved.</small
        ></label
      >
      <label class="field"
        >Comment on the whole<textarea id="whole" rows="3" maxlength="20000"></textarea>
      </label>
      <p id="count" class="quiet" role="status"></p>
      <button type="button" id="save">Sign and save the answer</button>
      <p id="outcome" class="problem" role="alert" hidden></p>
    </div>
    <p class="quiet">
      The signature shows that the file was not changed and was signed with the code that was issued
      for this name in “<bdi>${title}</bdi>”. It does not show who typed the code: whoever issued it
      knows it too.
    </p>
  </section>`;
}
