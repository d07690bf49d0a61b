import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Consultation } from '#shared/model/governance/approvals.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dateText, whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ConsultForm } from './ConsultForm.tsx';
import { TellInformed } from './TellInformed.tsx';
import styles from './consultations.module.css';

type ConsultationsPartProps = { gate: GateView; page: ReleasePage; mayChange: boolean };

/** Who was consulted about a gate, what they said, and who is to be informed. */
export function ConsultationsPart({ gate, page, mayChange }: ConsultationsPartProps) {
  const list = useProcedure('consultations.list', { gateId: gate.id });
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<Consultation | null>(null);
  if (list.isError) {
    return (
      <InspectorPart title="Consulted and informed">
        <ErrorPanel
          {...errorParts('Who is consulted could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </InspectorPart>
    );
  }
  if (list.data === undefined) return null;
  const asked = list.data;
  const { toConsult, toInform } = gate.consulted;
  if (asked.length === 0 && toConsult.length === 0 && toInform.length === 0 && !mayChange) {
    return null;
  }
  const people = (ids: readonly string[]) => ids.map((id) => page.names.person(id)).join(', ');
  return (
    <InspectorPart title="Consulted and informed">
      {asked.length > 0 && (
        <ul className={styles['list']}>
          {asked.map((each) => (
            <li key={each.id}>
              <Status
                kind={each.answeredAt === null ? 'waiting' : 'passed'}
                variant="icon"
                label={each.answeredAt === null ? 'Has not answered' : 'Answered'}
              />
              <div>
                <p>
                  <strong>{page.names.person(each.personId)}</strong>{' '}
                  <span className={styles['quiet']}>{whenOf(each, page)}</span>
                </p>
                <p className={styles['quiet']} dir="auto">
                  {each.question}
                </p>
                {each.answer !== '' && <q dir="auto">{each.answer}</q>}
                {each.answeredAt === null && mayChange && (
                  <Button size="small" onClick={() => setAnswering(each)}>
                    Record the answer…
                    <span className="visually-hidden"> of {page.names.person(each.personId)}</span>
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {toConsult.length > 0 && (
        <p className={styles['quiet']}>To be consulted by the matrix: {people(toConsult)}.</p>
      )}
      {toInform.length > 0 && (
        <p className={styles['quiet']}>Informed afterwards: {people(toInform)}.</p>
      )}
      {toInform.length > 0 && gate.decisions.length > 0 && <TellInformed gateId={gate.id} />}
      {mayChange && (
        <Button size="small" onClick={() => setAsking(true)}>
          Consult somebody…
        </Button>
      )}
      {asking && (
        <ConsultForm
          gate={gate}
          page={page}
          proposed={toConsult}
          onClose={() => setAsking(false)}
        />
      )}
      {answering !== null && (
        <Answer consultation={answering} page={page} onClose={() => setAnswering(null)} />
      )}
    </InspectorPart>
  );
}

function whenOf({ askedAt, answeredAt, dueOn }: Consultation, { zone, now }: ReleasePage): string {
  if (answeredAt !== null) return `answered ${whenText(answeredAt, zone, now)}`;
  const due = dueOn === null ? '' : `, until ${dateText(dueOn, Number(now.slice(0, 4)))}`;
  return `asked ${whenText(askedAt, zone, now)}${due}`;
}

type AnswerProps = { consultation: Consultation; page: ReleasePage; onClose: () => void };

function Answer({ consultation, page, onClose }: AnswerProps) {
  const [answer, setAnswer] = useState('');
  const record = useCommand('consultations.answer');
  const who = page.names.person(consultation.personId);
  const send = async () => {
    const result = await record.run({ id: consultation.id, answer });
    if (!result.ok) return result.error.message;
    showToast({ text: `What ${who} said is recorded` });
    return null;
  };
  return (
    <FormDialog title={`What did ${who} say?`} action="Record it" onSend={send} onClose={onClose}>
      <p dir="auto">{consultation.question}</p>
      <TextArea
        label="Answer"
        help="The history says who recorded it."
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
    </FormDialog>
  );
}
