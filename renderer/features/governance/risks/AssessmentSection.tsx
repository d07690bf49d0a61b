import { useState } from 'react';
import Button from '@mui/material/Button';
import type { AssessmentView } from '#shared/model/governance/assessments.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { Panel, PanelList, PanelRow } from '../../../components/Panel.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { AssessmentForm } from './AssessmentForm.tsx';
import styles from './assessment.module.css';

type AssessmentSectionProps = { page: ReleasePage; assessments: readonly AssessmentView[] };

/** The newest assessment with its sums and answers, what made it out of date, and those before it. */
export function AssessmentSection({ page, assessments }: AssessmentSectionProps) {
  const [asking, setAsking] = useState(false);
  const asked = useProcedure('risks.questionnaire', {}, { enabled: page.editable });
  const [newest, ...earlier] = assessments;
  return (
    <Section
      title="Assessment by questions"
      note={newest === undefined ? 'none yet' : newest.questionnaireName}
      actions={
        page.editable && (
          <Button size="small" disabled={asked.data === undefined} onClick={() => setAsking(true)}>
            {newest === undefined ? 'Answer the questions…' : 'Assess again…'}
          </Button>
        )
      }
    >
      {asked.isError && (
        <ErrorPanel
          {...errorParts('The questions could not be read', asked.error)}
          onRetry={() => void asked.refetch()}
        />
      )}
      {newest === undefined ? (
        <Empty text="Questions about likelihood and impact, each with a weight. The higher of this and the register makes the band." />
      ) : (
        <Newest page={page} newest={newest} />
      )}
      {earlier.length > 0 && (
        <details className={styles['earlier']}>
          <summary>Earlier assessments ({earlier.length})</summary>
          <PanelList label="Earlier assessments">
            {earlier.map((each) => (
              <PanelRow
                key={each.id}
                title={levels(each)}
                note={each.note === '' ? undefined : <bdi>{each.note}</bdi>}
                end={<Given page={page} assessment={each} />}
              />
            ))}
          </PanelList>
        </details>
      )}
      {asking && asked.data !== undefined && (
        <AssessmentForm
          releaseId={page.release.id}
          asked={asked.data}
          newest={newest ?? null}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}

function Newest({ page, newest }: { page: ReleasePage; newest: AssessmentView }) {
  const { residualLikelihood: likelihood, residualImpact: impact } = newest;
  const score = newest.likelihood * newest.impact;
  return (
    <Panel padded>
      {newest.outdated.length > 0 && (
        <p className={styles['outdated']}>
          <Status kind="out-of-date" variant="plain" label="Out of date" /> since then:{' '}
          {newest.outdated.join('; ')}.
        </p>
      )}
      <dl className={styles['facts']}>
        <dt>Inherent</dt>
        <dd>
          <RiskBand short band={riskBandOf(score)} score={score} /> {levels(newest)}
        </dd>
        <dt>Likelihood</dt>
        <dd>{newest.sums.likelihood}</dd>
        <dt>Impact</dt>
        <dd>{newest.sums.impact}</dd>
        <dt>Residual</dt>
        <dd>
          {likelihood !== null && impact !== null ? (
            <>
              <RiskBand short band={riskBandOf(likelihood * impact)} score={likelihood * impact} />{' '}
              likelihood {likelihood} × impact {impact}, once everything planned is done
            </>
          ) : (
            'not judged'
          )}
        </dd>
        {newest.raisedBy.length > 0 && (
          <>
            <dt>Told as</dt>
            <dd>
              {newest.band}, raised by {newest.raisedBy.join('; ')}
            </dd>
          </>
        )}
        {newest.note !== '' && (
          <>
            <dt>Note</dt>
            <dd>
              <bdi>{newest.note}</bdi>
            </dd>
          </>
        )}
        <dt>Given</dt>
        <dd>
          <Given page={page} assessment={newest} />
        </dd>
      </dl>
      <details className={styles['answers']}>
        <summary>The answers ({newest.answers.length})</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">Level × weight</th>
            </tr>
          </thead>
          <tbody>
            {newest.answers.map((each) => (
              <tr key={each.questionKey}>
                <td>
                  <bdi>{each.question}</bdi>
                </td>
                <td>
                  <bdi>{each.answer}</bdi>
                </td>
                <td>
                  {each.level} × {each.weight}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}

function Given({ page, assessment }: { page: ReleasePage; assessment: AssessmentView }) {
  return (
    <span>
      by {page.names.person(assessment.assessedById)},{' '}
      <When at={assessment.assessedAt} zone={page.zone} now={page.now} focusable={false} />
    </span>
  );
}

function levels({ likelihood, impact }: AssessmentView): string {
  return `likelihood ${likelihood} × impact ${impact} = ${likelihood * impact}`;
}
