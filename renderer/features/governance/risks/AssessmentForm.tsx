import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import type {
  AssessmentView,
  Question,
  QuestionAxis,
} from '#shared/model/governance/assessments.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dropDraft, readDraft, useDraft } from '../../../state/draft.ts';
import { impacts, likelihoods } from './risk-words.ts';
import styles from './assessment.module.css';

const draft = z.object({
  answers: z.record(z.string(), z.string()),
  residualLikelihood: z.string(),
  residualImpact: z.string(),
  note: z.string(),
});
type Draft = z.infer<typeof draft>;

type AssessmentFormProps = {
  releaseId: string;
  asked: Output<'risks.questionnaire'>;
  /** What was answered last; the same answers are offered again. */
  newest: AssessmentView | null;
  onClose: () => void;
};

const axes: readonly { axis: QuestionAxis; title: string }[] = [
  { axis: 'likelihood', title: 'How likely is it that something goes wrong?' },
  { axis: 'impact', title: 'How bad would it be?' },
];

/** The questions about a release, with what the answers come to while they are given. */
export function AssessmentForm({ releaseId, asked, newest, onClose }: AssessmentFormProps) {
  const { questions } = asked;
  const draftKey = `assessment.${releaseId}`;
  const kept = draft.safeParse(readDraft(draftKey));
  const form = useForm<Draft>({ defaultValues: kept.success ? kept.data : startOf(newest) });
  useDraft(draftKey, form);
  const assess = useCommand('risks.assess');
  const given = useWatch({ control: form.control, name: 'answers' });
  const answers = chosenOf(questions, given);
  const isWeighable = axes.every(({ axis }) =>
    questions.some(
      (each) =>
        each.axis === axis &&
        each.weight > 0 &&
        answers.some((one) => one.questionKey === each.key),
    ),
  );
  const weighed = useProcedure(
    'risks.weigh',
    { releaseId, answers },
    { enabled: isWeighable, keepPrevious: true },
  );
  const told = weighed.data;

  const send = async () => {
    const { residualLikelihood, residualImpact, note } = form.getValues();
    const answer = await assess.run({
      ...{ releaseId, answers, note },
      residualLikelihood: levelOf(residualLikelihood),
      residualImpact: levelOf(residualImpact),
    });
    if (!answer.ok) return answer.error.message;
    dropDraft(draftKey);
    showToast({ text: `Assessed as ${answer.value.band}; gates follow it` });
    return null;
  };

  return (
    <FormDialog
      title="Assess the risk"
      action="Keep this assessment"
      onSend={send}
      onClose={onClose}
    >
      <p className={styles['quiet']}>
        {asked.name}. Each axis is the weighted mean of its answers; what is not answered does not
        count.
      </p>
      {axes.map(({ axis, title }) => (
        <fieldset key={axis} className={styles['axis']}>
          <legend>{title}</legend>
          {questions
            .filter((each) => each.axis === axis)
            .map((each) => (
              <SelectInput
                key={each.key}
                {...form.register(`answers.${each.key}`)}
                label={each.text}
                help={each.weight === 1 ? undefined : `counts ${each.weight} times`}
                none="Not answered"
                width={520}
                options={each.answers.map(({ key, text, level }) => ({
                  value: key,
                  label: `${level} · ${text}`,
                }))}
              />
            ))}
        </fieldset>
      ))}
      <fieldset className={styles['axis']}>
        <legend>What is left once everything planned against it is done?</legend>
        <p className={styles['quiet']}>Shown beside the risk, and never taken for its band.</p>
        <div className={styles['pair']}>
          <SelectInput
            {...form.register('residualLikelihood')}
            label="Residual likelihood"
            none="Not judged"
            options={likelihoods}
          />
          <SelectInput
            {...form.register('residualImpact')}
            label="Residual impact"
            none="Not judged"
            options={impacts}
          />
        </div>
      </fieldset>
      <TextArea {...form.register('note')} label="Note" optional />
      <div className={styles['sum']} role="status">
        {weighed.isError ? (
          `What they come to cannot be told: ${weighed.error.error.message}`
        ) : isWeighable && told ? (
          <>
            <RiskBand band={told.band} score={told.score} />
            <dl>
              <dt>Likelihood</dt>
              <dd>{told.sums.likelihood}</dd>
              <dt>Impact</dt>
              <dd>{told.sums.impact}</dd>
              {told.raisedBy.length > 0 && (
                <>
                  <dt>At least high</dt>
                  <dd>{told.raisedBy.join('; ')}</dd>
                </>
              )}
            </dl>
          </>
        ) : (
          'Answer at least one question of each kind to see what they come to.'
        )}
      </div>
    </FormDialog>
  );
}

function startOf(newest: AssessmentView | null): Draft {
  const answers = newest?.answers ?? [];
  return {
    answers: Object.fromEntries(answers.map((each) => [each.questionKey, each.answerKey])),
    residualLikelihood: String(newest?.residualLikelihood ?? ''),
    residualImpact: String(newest?.residualImpact ?? ''),
    note: '',
  };
}

/** The given answers that are still among those that are asked. */
function chosenOf(questions: readonly Question[], given: Record<string, string>) {
  return questions.flatMap(({ key: questionKey, answers }) => {
    const answerKey = given[questionKey] ?? '';
    return answers.some(({ key }) => key === answerKey) ? [{ questionKey, answerKey }] : [];
  });
}

function levelOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
