import { useState } from 'react';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { exceptionRuleNames } from '#shared/rules/governance/exceptions.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText, zoneText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './exceptions.module.css';

type DecideExceptionProps = { exception: ExceptionView; page: ReleasePage; onClose: () => void };

/** Grants or refuses an exception somebody else asked for; it stays in the record. */
export function DecideException({ exception, page, onClose }: DecideExceptionProps) {
  const { id, rule, subjectName, rationale, impact, expiresAt } = exception;
  const { zone, now } = page;
  const [outcome, setOutcome] = useState<'grant' | 'refuse'>('grant');
  const [note, setNote] = useState('');
  const { run } = useCommand('exceptions.decide');
  const isGrant = outcome === 'grant';
  const send = async () => {
    const answer = await run({ id, granted: isGrant, note });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Exception to ${subjectName} ${isGrant ? 'granted' : 'refused'}` });
    return null;
  };
  const until = `Until ${whenText(expiresAt, zone, now)} ${zoneText(zone)}, then it expires by itself.`;
  return (
    <FormDialog
      title="Decide on an exception"
      action={isGrant ? 'Grant the exception' : 'Refuse the exception'}
      onSend={send}
      onClose={onClose}
    >
      <p className={styles['about']}>
        <bdi>
          {exceptionRuleNames[rule]}: <strong>{subjectName}</strong>
        </bdi>
      </p>
      <dl className={styles['given']}>
        <dt>Why</dt>
        <dd>
          <bdi>{rationale}</bdi>
        </dd>
        <dt>What may come of it</dt>
        <dd>
          <bdi>{impact}</bdi>
        </dd>
      </dl>
      <ChoiceInput
        label="Your decision"
        value={outcome}
        onPick={setOutcome}
        choices={[
          { value: 'grant', label: 'Grant', note: until },
          { value: 'refuse', label: 'Refuse', note: 'The rule holds; say why.' },
        ]}
      />
      <TextArea
        label="Note"
        optional={isGrant}
        rows={2}
        help="The record keeps it beside your name. A decision is not undone."
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
