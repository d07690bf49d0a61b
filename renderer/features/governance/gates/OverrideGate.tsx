import { useState } from 'react';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { HashText } from '../../../components/HashText.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { zoneText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './gates.module.css';

type OverrideGateProps = { gate: GateView; page: ReleasePage; onClose: () => void };

const weekMs = 7 * 86_400_000;

/** Asks for an exception by which an automated gate passes for a time; a second person decides. */
export function OverrideGate({ gate, page, onClose }: OverrideGateProps) {
  const { zone, now } = page;
  const [rationale, setRationale] = useState('');
  const [impact, setImpact] = useState('');
  const [expires, setExpires] = useState(() =>
    momentOf(new Date(Date.parse(now) + weekMs).toISOString(), zone),
  );
  const { run } = useCommand('gates.override');
  const send = async () => {
    const expiresAt = instantOf(expires, zone);
    if (typeof expiresAt !== 'string') {
      return 'Give the expiry as a date and a time that exist, such as 2026-12-02 and 22:00.';
    }
    const answer = await run({ gateId: gate.id, rationale, impact, expiresAt });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Exception for ${gate.name} asked for. ${answer.value.deciders}` });
    return null;
  };
  return (
    <FormDialog
      title="Override the gate"
      action="Ask for the exception"
      onSend={send}
      onClose={onClose}
    >
      <p className={styles['found']}>
        <bdi>{gate.name}</bdi>: <HashText text={gate.summary} />
      </p>
      <TextArea
        autoFocus
        label="Why it is passed over"
        rows={2}
        value={rationale}
        onChange={(event) => setRationale(event.target.value)}
      />
      <TextArea
        label="What may come of it"
        help="Who is hit, and how, if the gate was right."
        rows={2}
        value={impact}
        onChange={(event) => setImpact(event.target.value)}
      />
      <MomentInput label="Expires" value={expires} zone={zoneText(zone)} onChange={setExpires} />
      <p className={styles['found']}>
        A second person grants or refuses it. While it is in force the gate counts as passed by
        exception and says so; then its own rule counts again. Phases that were left stay as they
        were.
      </p>
    </FormDialog>
  );
}
