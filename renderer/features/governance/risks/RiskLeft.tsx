import { residualScoreOf, withResidual } from '#shared/rules/governance/risk-terms.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { Choice } from './Choice.tsx';
import { DueBy } from './DueBy.tsx';
import { impacts, likelihoods } from './risk-words.ts';
import type { RiskEdits, RiskPatch } from './use-risks.ts';
import styles from './risks.module.css';

type RiskPartProps = {
  risk: Risk;
  page: Pick<ReleasePage, 'editable' | 'zone' | 'now'>;
  change: (patch: RiskPatch) => ReturnType<RiskEdits['change']>;
};

const notJudged = { value: '', label: 'Not judged' };

/** What is left of a risk once its mitigation is done. */
export function RiskLeft({ risk, page, change }: RiskPartProps) {
  const { editable } = page;
  const score = residualScoreOf(risk);
  const save = (axis: 'likelihood' | 'impact') => (value: string) =>
    change(withResidual(risk, axis, value === '' ? null : Number(value)));
  return (
    <InspectorPart title="Residual risk, after mitigation">
      {score === null ? (
        <p className={styles['quiet']}>Nobody judged yet what is left once it is mitigated.</p>
      ) : (
        <p className={styles['arithmetic']}>
          <RiskBand short band={riskBandOf(score)} score={score} />
          {`left ${risk.residualLikelihood} × ${risk.residualImpact} = ${score} of ${risk.likelihood * risk.impact}`}
        </p>
      )}
      <dl className={styles['facts']}>
        <dt>Likelihood</dt>
        <dd>
          <Choice
            label="Residual likelihood"
            editable={editable}
            value={String(risk.residualLikelihood ?? '')}
            options={[notJudged, ...likelihoods.slice(0, risk.likelihood)]}
            save={save('likelihood')}
          />
        </dd>
        <dt>Impact</dt>
        <dd>
          <Choice
            label="Residual impact"
            editable={editable}
            value={String(risk.residualImpact ?? '')}
            options={[notJudged, ...impacts.slice(0, risk.impact)]}
            save={save('impact')}
          />
        </dd>
      </dl>
    </InspectorPart>
  );
}

/** What is done about a risk and by when; late is said. */
export function RiskMitigation({ risk, page, change }: RiskPartProps) {
  const { editable, zone, now } = page;
  return (
    <InspectorPart title="What is done about it">
      <SavedField
        kind="area"
        label="Mitigation"
        readOnly={!editable}
        value={risk.mitigation}
        save={(mitigation) => change({ mitigation })}
      />
      <SavedField
        kind="date"
        label="Mitigated by"
        readOnly={!editable}
        value={risk.dueOn ?? ''}
        save={(dueOn) => change({ dueOn: dueOn === '' ? null : dueOn })}
      />
      <p className={styles['due']}>
        <DueBy risk={risk} today={dateIn(now, zone)} />
      </p>
      <SavedField
        label="Category"
        placeholder="Data, security, supplier…"
        readOnly={!editable}
        value={risk.category}
        save={(category) => change({ category })}
      />
      <SavedField
        label="Title"
        readOnly={!editable}
        value={risk.title}
        save={(title) => change({ title })}
      />
    </InspectorPart>
  );
}
