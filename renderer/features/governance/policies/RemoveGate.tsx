import { useState } from 'react';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { zoneText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './policies.module.css';

type RemoveGateProps = { gate: GateView; page: ReleasePage; onClose: () => void };

const aDay = 86_400_000;

/** Asks to take a gate off that the policy asks for; a second person grants it or not. */
export function RemoveGate({ gate, page, onClose }: RemoveGateProps) {
  const { zone, now, release } = page;
  const [rationale, setRationale] = useState('');
  const [impact, setImpact] = useState('');
  const [expires, setExpires] = useState(() => {
    const start = Math.max(Date.parse(release.endAt ?? now), Date.parse(now));
    return momentOf(new Date(start + aDay).toISOString(), zone);
  });
  const { run } = useCommand('policies.removeGate');
  const send = async () => {
    const expiresAt = instantOf(expires, zone);
    if (typeof expiresAt !== 'string') {
      return 'Give the end as a date and a time that exist, such as 2026-12-02 and 22:00.';
    }
    const answer = await run({ gateId: gate.id, rationale, impact, expiresAt });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Asked to take “${gate.name}” off. ${answer.value.deciders}` });
    return null;
  };
  return (
    <FormDialog
      title={`Take “${gate.name}” off`}
      action="Ask a second person"
      onSend={send}
      onClose={onClose}
    >
      <p className={styles['quiet']}>
        The policy asks for this gate. It stays until a second person grants the exception, and it
        is back when that ends.
      </p>
      <TextArea
        autoFocus
        label="Why it is not needed"
        rows={2}
        value={rationale}
        onChange={(event) => setRationale(event.target.value)}
      />
      <TextArea
        label="What may come of it"
        help="What goes unseen without this gate, and who is hit by it."
        rows={2}
        value={impact}
        onChange={(event) => setImpact(event.target.value)}
      />
      <MomentInput label="Until" value={expires} zone={zoneText(zone)} onChange={setExpires} />
    </FormDialog>
  );
}
