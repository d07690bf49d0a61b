import type { GateStatus } from '#shared/model/governance/gates.ts';
import type { ExceptionState, ExceptionView } from '#shared/model/governance/exceptions.ts';
import { exceptionTitle } from '#shared/rules/governance/exceptions.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, name, named, none, paragraph, person, short, shortMoment, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted } from './words.ts';

const marks: Record<ExceptionState, { status: GateStatus; word: string }> = {
  asked: { status: 'waiting', word: 'Waits for a decision' },
  granted: { status: 'passed', word: 'In force' },
  refused: { status: 'failed', word: 'Refused' },
  withdrawn: { status: 'not-applicable', word: 'Withdrawn' },
  expired: { status: 'out-of-date', word: 'Expired' },
};

/** Leave not to keep a rule: which, why, at what risk, who asked and who decided, and until when. */
export function exceptionSection(facts: DossierFacts): Section {
  const { exceptions } = facts;
  return {
    id: 'exceptions',
    title: 'Exceptions',
    count: counted(exceptions.length, 'exception'),
    body: table(
      ['Exception', named('Asked by'), named('Decided by'), 'Until', short('State')],
      exceptions.map((one) => [
        html`${name(exceptionTitle(one))} ${paragraph(one.rationale)}
          <small>What may come of it:</small> ${paragraph(one.impact)}`,
        html`${person(one.requestedById, facts)}
          <small>${shortMoment(one.requestedAt, facts)}</small>`,
        decided(one, facts),
        shortMoment(one.expiresAt, facts),
        mark(marks[one.state].status, marks[one.state].word),
      ]),
      'No exception was asked for.',
    ),
  };
}

/** Who granted or refused it, with what they said; one that ran out undecided has nobody. */
function decided(one: ExceptionView, facts: DossierFacts): Content {
  const { decidedById, decidedAt, decisionNote, state } = one;
  if (decidedById === null || decidedAt === null) return none();
  const did = state === 'refused' ? 'refused' : 'granted';
  return html`${person(decidedById, facts)}
    <small>${did} ${shortMoment(decidedAt, facts)}</small>
    ${decisionNote === '' ? null : paragraph(decisionNote)}`;
}
