import { useState } from 'react';
import type { PlacementFinding } from '#shared/model/planning/placement.ts';
import { ruleNames } from '#shared/rules/planning/placement/coverage.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { zoneText } from '../../../components/when-text.ts';
import styles from './exceptions.module.css';

type AskExceptionProps = {
  releaseId: string;
  finding: PlacementFinding;
  start: { endAt: string; zone: string };
  onClose: () => void;
};

/** A day after the start is over: long enough for a retry, short enough to be looked at again. */
const aDay = 86_400_000;

/** Asks for leave not to keep a rule: why, what may come of it, and until when. */
export function AskException({ releaseId, finding, start, onClose }: AskExceptionProps) {
  const { key, subject, override } = finding;
  const { zone } = start;
  const [rationale, setRationale] = useState('');
  const [impact, setImpact] = useState('');
  const [expires, setExpires] = useState(() =>
    momentOf(new Date(Date.parse(start.endAt) + aDay).toISOString(), zone),
  );
  const { run } = useCommand('exceptions.request');
  const send = async () => {
    const expiresAt = instantOf(expires, zone);
    if (typeof expiresAt !== 'string') {
      return 'Give the expiry as a date and a time that exist, such as 2026-12-02 and 22:00.';
    }
    const answer = await run({
      ...{ releaseId, rule: key, subjectId: subject.id },
      ...{ rationale, impact, expiresAt },
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Exception to ${subject.name} asked for. ${answer.value.deciders}` });
    return null;
  };
  return (
    <FormDialog title="Ask for an exception" action="Ask" onSend={send} onClose={onClose}>
      <p className={styles['about']}>
        <bdi>
          {ruleNames[key]}: <strong>{subject.name}</strong>
        </bdi>
      </p>
      <p className={styles['quiet']}>{override}</p>
      <TextArea
        autoFocus
        label="Why the rule cannot be kept"
        rows={2}
        value={rationale}
        onChange={(event) => setRationale(event.target.value)}
      />
      <TextArea
        label="What may come of it"
        help="Who is hit, and for how long, if the deployment goes wrong just then."
        rows={2}
        value={impact}
        onChange={(event) => setImpact(event.target.value)}
      />
      <MomentInput label="Expires" value={expires} zone={zoneText(zone)} onChange={setExpires} />
      <p className={styles['quiet']}>
        It covers a start before it expires. What is asked for and decided stays in the record.
      </p>
    </FormDialog>
  );
}
