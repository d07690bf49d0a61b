import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { useNames } from '../../planning/releases/index.ts';
import { PublishQuestions } from './PublishQuestions.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import styles from './questions.module.css';
import { useQuestions } from './use-questions.ts';

const axes = [
  { axis: 'likelihood', title: 'Likelihood', note: 'how likely it is that something goes wrong' },
  { axis: 'impact', title: 'Impact', note: 'how bad it would be' },
] as const;

/** The questions a release's risk is assessed by, and their versions. */
export function RiskSettings() {
  const asked = useProcedure('risks.questionnaire', {});
  return (
    <SplitView>
      <div className={styles['column']}>
        {asked.isError && (
          <ErrorPanel
            {...errorParts('The questions could not be read', asked.error)}
            onRetry={() => void asked.refetch()}
          />
        )}
        {asked.isPending && <SkeletonRows what="the questions" rows={6} />}
        {asked.data && <Questions asked={asked.data} />}
      </div>
    </SplitView>
  );
}

function Questions({ asked }: { asked: Output<'risks.questionnaire'> }) {
  const edited = useQuestions(asked.questions);
  const [publishing, setPublishing] = useState(false);
  return (
    <>
      <div className={styles['intro']}>
        <p>
          {asked.name} are asked when a release’s risk is assessed. Likelihood and impact are the
          weighted means of their answers, multiplied; 10 is high, 16 critical. A rollback plan that
          was not rehearsed adds one to the impact. Assessments that were given keep the words they
          were asked in.
        </p>
        {edited.isDirty && (
          <Button variant="text" onClick={edited.settle}>
            Discard what I typed
          </Button>
        )}
        <Button variant="contained" disabled={!edited.isDirty} onClick={() => setPublishing(true)}>
          Publish…
        </Button>
      </div>
      {axes.map(({ axis, title, note }) => (
        <Section
          key={axis}
          title={title}
          note={note}
          actions={
            <Button size="small" startIcon={<Plus />} onClick={() => edited.add(axis)}>
              Add a question<span className="visually-hidden"> about {axis}</span>
            </Button>
          }
        >
          <div className={styles['list']}>
            {edited.questions
              .filter((each) => each.axis === axis)
              .map((question, index) => (
                <QuestionEditor
                  key={question.key}
                  question={question}
                  number={index + 1}
                  onChange={(patch) => edited.change(question.key, patch)}
                  onRemove={() => edited.remove(question.key)}
                />
              ))}
          </div>
        </Section>
      ))}
      <Versions asked={asked} onStartFrom={edited.startFrom} />
      {publishing && (
        <PublishQuestions
          edited={edited}
          called={asked.versions[0]?.name ?? ''}
          after={asked.versions[0]?.number ?? null}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}

type VersionsProps = {
  asked: Output<'risks.questionnaire'>;
  onStartFrom: (questions: Output<'risks.questionnaire'>['questions']) => void;
};

function Versions({ asked, onStartFrom }: VersionsProps) {
  const now = useNow();
  const { names } = useNames();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const start = (questions: VersionsProps['asked']['questions'], what: string) => (
    <Button size="small" onClick={() => onStartFrom(questions)}>
      Start from it<span className="visually-hidden">: {what}</span>
    </Button>
  );
  return (
    <div className={styles['versions']}>
      <Section title="Versions" note="going back is publishing an earlier one again">
        <PanelList label="Versions of the questions">
          {asked.versions.map(({ id, name, number, note, questions, ...version }) => (
            <PanelRow
              key={id}
              title={<bdi>{`${name}, version ${number}`}</bdi>}
              note={
                <>
                  {names.person(version.publishedById)},{' '}
                  <When at={version.publishedAt} zone={zone} now={now} focusable={false} />
                  {note !== '' && <bdi> · {note}</bdi>}
                </>
              }
              end={start(questions, `version ${number}`)}
            />
          ))}
          <PanelRow
            title="Shipped questions"
            note={`${asked.shipped.length} questions, by the practice of change control`}
            end={start(asked.shipped, 'shipped')}
          />
        </PanelList>
      </Section>
    </div>
  );
}
