import { useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { PolicyImpacts } from '../../../components/PolicyImpacts.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import styles from './policies.module.css';

type PublishPolicyProps = {
  text: string;
  after: number | null;
  onPublished: () => void;
  onClose: () => void;
};

/** Asks before a policy comes into force, with what it changes at each open release. */
export function PublishPolicy({ text, after, onPublished, onClose }: PublishPolicyProps) {
  const [note, setNote] = useState('');
  const impact = useProcedure('policies.impact', { text });
  const { run } = useCommand('policies.publish');
  const send = async () => {
    const answer = await run({ text, note, after });
    if (!answer.ok) return answer.error.message;
    const { version, releases } = answer.value;
    const at = releases.length === 1 ? '1 open release' : `${releases.length} open releases`;
    showToast({
      text: `${version.name} version ${version.number} is in force; it changed ${at}. Publish an earlier version to go back.`,
    });
    onPublished();
    return null;
  };
  const count = impact.data?.releases.length ?? 0;
  return (
    <FormDialog
      title="Publish the policy"
      action={
        count === 0
          ? 'Publish'
          : `Publish and change ${count} ${count === 1 ? 'release' : 'releases'}`
      }
      onSend={send}
      onClose={onClose}
    >
      {impact.isError && (
        <ErrorPanel
          {...errorParts('What it changes could not be read', impact.error)}
          onRetry={() => void impact.refetch()}
        />
      )}
      {impact.isPending && <SkeletonRows what="what it changes" />}
      {impact.data !== undefined && <PolicyImpacts {...impact.data} />}
      <TextArea
        label="What changed, and why"
        optional
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className={styles['quiet']}>
        It is recorded who published it and when. The way back is to publish the earlier version.
      </p>
    </FormDialog>
  );
}
