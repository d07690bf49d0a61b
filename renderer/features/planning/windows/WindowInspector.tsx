import { useState } from 'react';
import Button from '@mui/material/Button';
import { Pencil, Trash2 } from 'lucide-react';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { BandLegend } from '../../../components/Band.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { Person } from '../../../components/Person.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { Impact } from './Impact.tsx';
import { MoveReleasesDialog } from './MoveReleasesDialog.tsx';
import { Occurrences } from './Occurrences.tsx';
import { kindWords, releasesInWords } from './window-words.ts';
import styles from './windows.module.css';

type WindowInspectorProps = {
  window: WindowView;
  now: string;
  onClose: () => void;
  onEdit: () => void;
};

/** One window: when it is next, what it hits, and whom to tell. */
export function WindowInspector({ window, now, onClose, onEdit }: WindowInspectorProps) {
  const removal = useCommand('windows.delete');
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const impact = useProcedure('windows.impact', { windowId: window.id });
  const [moving, setMoving] = useState(false);
  const authority = people.find(({ id }) => id === window.authorityId);
  const remove = async () => {
    const answer = await removal.run({ id: window.id });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    showToast({ text: `${window.name} taken off the calendar`, undo: undoOf(answer) });
    onClose();
  };
  const hit = [...new Set(impact.data?.releases.map(({ releaseId }) => releaseId) ?? [])];
  return (
    <Inspector
      title={window.name}
      note={<BandLegend kind={window.kind} />}
      onClose={onClose}
      actions={
        <>
          <Button startIcon={<Pencil />} onClick={onEdit}>
            Edit
          </Button>
          <Button variant="text" startIcon={<Trash2 />} onClick={() => void remove()}>
            Remove
          </Button>
        </>
      }
    >
      <InspectorPart title="Facts">
        <Facts
          facts={[
            { name: 'When', value: window.when },
            { name: 'About', value: <bdi>{window.about}</bdi> },
            ...(window.kind === 'hard-freeze'
              ? [
                  {
                    name: 'Authority',
                    value:
                      authority === undefined ? (
                        'nobody: no exception can be granted'
                      ) : (
                        <Person name={authority.name} />
                      ),
                  },
                ]
              : []),
          ]}
        />
        <p className={styles['means']}>{kindWords[window.kind].means}</p>
        {window.note !== '' && (
          <p className={styles['text']}>
            <bdi>{window.note}</bdi>
          </p>
        )}
      </InspectorPart>
      <InspectorPart title="What it hits">
        <Impact
          impact={impact.data}
          error={impact.error?.error ?? null}
          onRetry={() => void impact.refetch()}
          now={now}
        />
        {hit.length > 0 && (
          <Button className={styles['under']} onClick={() => setMoving(true)}>
            Move {releasesInWords(hit.length)}…
          </Button>
        )}
      </InspectorPart>
      <InspectorPart title="Next ten occurrences">
        <Occurrences window={window} now={now} />
      </InspectorPart>
      {moving && (
        <MoveReleasesDialog
          window={window}
          releaseIds={hit}
          now={now}
          onClose={() => setMoving(false)}
        />
      )}
    </Inspector>
  );
}
