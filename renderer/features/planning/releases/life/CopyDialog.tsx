import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { instantOf, momentOf } from '../../../../components/form/moment.ts';
import { MomentInput } from '../../../../components/form/MomentInput.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import { zoneText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';

/** A new release like this one, some weeks on; it opens as soon as it is there. */
export function CopyDialog({ page, onClose }: { page: ReleasePage; onClose: () => void }) {
  const { release } = page;
  const zone = release.zone ?? page.zone;
  const navigate = useNavigate();
  const { run } = useCommand('releases.copy');
  const [name, setName] = useState('');
  const today = momentOf(page.now, zone);
  const before = release.startAt === null ? today : momentOf(release.startAt, zone);
  const [start, setStart] = useState({ date: plusDays(today.date, 28), time: before.time });
  const send = async () => {
    const startAt = instantOf(start, zone);
    if (typeof startAt !== 'string') return 'Give the start as a date and a time, such as 22:00.';
    const answer = await run({ id: release.id, name, startAt });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Copied from ${release.name}`, undo: undoOf(answer) });
    const params = { releaseId: answer.value.id, tab: 'overview' } as const;
    void navigate({ to: '/releases/$releaseId/$tab', params });
    return null;
  };
  return (
    <FormDialog title="Copy to a new release" action="Copy" onSend={send} onClose={onClose}>
      <p>
        Components, deployments, roles, gates, checklist, risks and rollback plan are taken along,
        all of them open again. Scope, decisions and what happened stay here.
      </p>
      <TextInput
        autoFocus
        label="Name of the new release"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <MomentInput label="Start" value={start} zone={zoneText(zone)} onChange={setStart} />
    </FormDialog>
  );
}
