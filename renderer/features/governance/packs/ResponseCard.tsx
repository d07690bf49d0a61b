import { useState } from 'react';
import Button from '@mui/material/Button';
import type { AnswerStanding, PackResponseView } from '#shared/model/governance/packs.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { outcomeLook } from '../../../components/decision-words.ts';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { When } from '../../../components/When.tsx';
import { dateText } from '../../../components/when-text.ts';
import type { PackAround } from './PackInspector.tsx';
import { counted, responseLook } from './pack-words.ts';
import styles from './packs.module.css';

type ResponseCardProps = {
  response: PackResponseView;
  gateOf: (gateId: string) => string;
  around: PackAround;
};

/** One answer file: who signed it when, each decision in it, and what became of that. */
export function ResponseCard({ response, gateOf, around }: ResponseCardProps) {
  const { nameOf, zone, now } = around;
  const { state, answers, comment } = response;
  const look = responseLook[state];
  return (
    <article className={styles['response']} aria-label={`Answer of ${nameOf(response.personId)}`}>
      <div className={styles['responseHead']}>
        <Person name={nameOf(response.personId)} />
        <Status kind={look.kind} label={look.label} />
      </div>
      <p className={styles['quiet']}>
        Signed <When at={response.answeredAt} zone={zone} now={now} /> by response file, imported by{' '}
        <bdi>{nameOf(response.importedById)}</bdi>{' '}
        <When at={response.importedAt} zone={zone} now={now} />
      </p>
      {comment !== '' && (
        <p className={styles['typed']} dir="auto">
          {comment}
        </p>
      )}
      <ul className={styles['answers']}>
        {answers.map((answer) => (
          <Answer
            key={answer.gateId}
            answer={answer}
            gate={gateOf(answer.gateId)}
            around={around}
          />
        ))}
      </ul>
      <TakeButton response={response} />
    </article>
  );
}

type AnswerProps = { answer: AnswerStanding; gate: string; around: PackAround };

function Answer({ answer, gate, around: { nameOf, now } }: AnswerProps) {
  const { outcome, decisionId, current, withdrawn, why, comment, conditions, deferredTo } = answer;
  const { word, status } = outcomeLook[outcome];
  const isStale = decisionId !== null && !current && !withdrawn;
  const year = Number(now.slice(0, 4));
  return (
    <li className={styles['answer']}>
      <div className={styles['responseHead']}>
        <bdi className={styles['gate']} title={gate}>
          {gate}
        </bdi>
        {withdrawn && <Status kind="not-applicable" label={`${word}, withdrawn`} />}
        {isStale && <Status kind="out-of-date" label={`${word}, for earlier facts`} />}
        {!withdrawn && !isStale && <Status kind={status} label={word} />}
      </div>
      {deferredTo !== null && <p>Taken up again {dateText(deferredTo, year)}</p>}
      {comment !== '' && (
        <p className={styles['typed']} dir="auto">
          {comment}
        </p>
      )}
      {conditions.map(({ text, ownerId, dueOn }) => (
        <p key={`${text} ${ownerId} ${dueOn}`} dir="auto">
          If: {text} (<bdi>{nameOf(ownerId)}</bdi>, by {dateText(dueOn, year)})
        </p>
      ))}
      {why !== '' && <p className={styles['why']}>Not recorded. {why}</p>}
    </li>
  );
}

/** What is chosen among several, or tried again once what stood against it is settled. */
function TakeButton({ response }: { response: PackResponseView }) {
  const { run, pending } = useCommand('packs.choose');
  const [refusal, setRefusal] = useState<string | null>(null);
  const isTaken = response.state === 'taken';
  const hasOpen = response.answers.some(({ decisionId }) => decisionId === null);
  if (isTaken && !hasOpen) return null;
  const take = async () => {
    const answer = await run({ responseId: response.id });
    setRefusal(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    const open = answer.value.answers.filter(({ decisionId }) => decisionId === null).length;
    const all = answer.value.answers.length;
    showToast({
      text: `This answer counts: ${all - open} of ${counted(all, 'decision')} recorded`,
    });
  };
  return (
    <>
      <div className={styles['take']}>
        <Button size="small" disabled={pending} onClick={() => void take()}>
          {isTaken ? 'Record what is missing' : 'Let this answer count'}
        </Button>
        <span className={styles['quiet']}>
          {isTaken
            ? 'Tries what the rules refused before.'
            : 'Decisions of the other answer that say otherwise are withdrawn; the record keeps them.'}
        </span>
      </div>
      {refusal !== null && (
        <p className={styles['why']} role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}
