import Button from '@mui/material/Button';
import type { MetricCheckView } from '#shared/contract/delivery/monitoring.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { Facts } from '../../../../components/Facts.tsx';
import { Inspector, InspectorPart } from '../../../../components/Inspector.tsx';
import { Status } from '../../../../components/Status.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import styles from '../monitoring.module.css';
import { askedInWords, checkLook } from './check-words.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Run } from './use-run.ts';

type CheckInspectorProps = {
  check: MetricCheckView;
  page: ReleasePage;
  run: Run;
  /** Up to when it is asked: a deployment, or empty for now. */
  moment: string;
  onEdit: () => void;
};

/** One check: what it asks, and everything it found, the newest first. */
export function CheckInspector({ check, page, run, moment, onEdit }: CheckInspectorProps) {
  const { names, select, editable } = page;
  const results = useProcedure('monitoring.results', { checkId: check.id });
  const removing = useCommand('monitoring.removeCheck');
  const close = () => select(null);
  const remove = async () => {
    const answer = await removing.run({ id: check.id });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    close();
    showToast({ text: 'Metric check removed', undo: undoOf(answer) });
  };
  return (
    <Inspector
      title={check.name}
      note={<bdi>{check.connectionName}</bdi>}
      onClose={close}
      {...(editable && {
        actions: (
          <>
            <Button
              variant="contained"
              loading={run.running}
              onClick={() => void run.start(check.id, moment)}
            >
              Ask it
            </Button>
            <Button onClick={onEdit}>Change it</Button>
            <Button variant="text" color="error" onClick={() => void remove()}>
              Remove it
            </Button>
          </>
        ),
      })}
    >
      <Facts
        facts={[
          { name: 'Stands', value: <Status {...checkLook(check)} variant="plain" /> },
          { name: 'Keeps', value: askedInWords(check) },
          {
            name: 'Service',
            value: check.serviceId === null ? 'all of them' : names.service(check.serviceId),
          },
        ]}
      />
      <InspectorPart title="Query">
        <pre className={styles['query']} dir="ltr">
          {check.query}
        </pre>
      </InspectorPart>
      <InspectorPart title={check.results === 0 ? 'Results' : `Results (${check.results})`}>
        {results.isError && (
          <ErrorPanel
            {...errorParts('The results could not be read', results.error)}
            onRetry={() => void results.refetch()}
          />
        )}
        {results.data?.length === 0 && <p className={styles['quiet']}>It was not asked yet.</p>}
        <ol className={styles['results']}>
          {results.data?.map((result) => (
            <ResultItem key={result.id} result={result} page={page} />
          ))}
        </ol>
      </InspectorPart>
    </Inspector>
  );
}
