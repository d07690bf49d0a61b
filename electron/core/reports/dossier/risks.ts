import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { residualScoreOf } from '#shared/rules/governance/risk-terms.ts';
import type { RiskLevels } from '#shared/rules/governance/risk-terms.ts';
import { html } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { bandMark, name, named, paragraph, person, short, table } from './pieces.ts';
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
        risks.map((risk) => {
          const { title, likelihood, impact, mitigation, ownerId, state, dueOn } = risk;
          const score = likelihood * impact;
          const own = riskBandOf(score);
          return [
            name(title),
            html`${likelihood} × ${impact} = ${score}<br />${bandMark(own)}${residual(risk)}`,
            html`${paragraph(mitigation)}${dueOn === null ? '' : html`<span class="quiet">by ${dueOn}</span>`}`,
            person(ownerId, facts),
            sentence(state),
          ];
        }),
        'No risks are written down.',
      )}`,
  };
}

/** What is left after mitigation, where somebody judged it. */
function residual(risk: RiskLevels) {
  const score = residualScoreOf(risk);
  if (score === null) return '';
  const { residualLikelihood, residualImpact } = risk;
  return html`<br /><span class="quiet"
      >left ${residualLikelihood} × ${residualImpact} = ${score}, ${riskBandOf(score)}</span
    >`;
}
