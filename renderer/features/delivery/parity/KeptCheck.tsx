import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { ArrowLeft, Copy } from 'lucide-react';
import type { KeptParityRow } from '#shared/model/delivery/parity.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useCopied } from '../../../components/use-copied.ts';
import { undoOf } from '../../../state/edits.ts';
import { useNames } from '../../planning/releases/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { keptColumns } from './kept-columns.tsx';
import { KeptInspector } from './KeptInspector.tsx';
import styles from './parity.module.css';

const noRows: readonly KeptParityRow[] = [];
const copyWords = { idle: 'Copy the sentence', copied: 'Copied', refused: 'Clipboard refused' };

/** A comparison that was kept: what differs, what of it was accepted, and the sentence it comes to. */
export function KeptCheck({ id, onClose }: { id: string; onClose: () => void }) {
  const { names } = useNames();
  const editable = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  const list = useProcedure('parity.get', { id });
  const remove = useCommand('parity.remove');
  const [show, setShow] = useState<'differences' | 'all'>('differences');
  const [selected, setSelected] = useState<string | null>(null);
  const [accepting, setAccepting] = useState<readonly string[] | null>(null);
  const [proving, setProving] = useState(false);
  const [copied, copy] = useCopied();
  const check = list.data;
  const { left = '', right = '' } = check ?? {};
  const columns = useMemo(
    () => keptColumns({ left, right, person: names.person }),
    [left, right, names],
  );
  const all = check?.rows ?? noRows;
  const rows = useMemo(
    () => (show === 'all' ? all : all.filter(({ state }) => state !== 'same')),
    [all, show],
  );
  const row = all.find(({ key }) => key === selected);
  const takeAway = async () => {
    const answer = await remove.run({ id });
    if (!answer.ok) return;
    showToast({ text: 'The comparison is removed', undo: undoOf(answer) });
    onClose();
  };
  return (
    <SplitView
      fills
      inspector={
        row !== undefined && (
          <KeptInspector
            row={row}
            editable={editable}
            onAccept={() => setAccepting([row.key])}
            onClose={() => setSelected(null)}
          />
        )
      }
    >
      <div className={styles['verdict']}>
        <Button variant="text" startIcon={<ArrowLeft />} onClick={onClose}>
          All comparisons
        </Button>
        {check !== undefined && (
          <>
            <Button startIcon={<Copy />} onClick={() => copy(check.said)}>
              {copyWords[copied]}
            </Button>
            {editable && <Button onClick={() => setProving(true)}>Use as evidence…</Button>}
            {editable && (
              <Button variant="text" color="error" onClick={() => void takeAway()}>
                Remove, kept in error
              </Button>
            )}
            <p className={`${styles['said']} ${styles['below']}`} role="status">
              <Status
                kind={check.open === 0 ? 'passed' : 'failed'}
                label={check.open === 0 ? 'Settled' : `${check.open} open`}
              />
              <bdi>{check.said}</bdi>
            </p>
          </>
        )}
      </div>
      <DataTable
        label="Settings of the comparison"
        remember="parity-kept"
        rows={rows}
        columns={columns}
        rowId={keyOf}
        state={tableState(
          list,
          list.error && errorParts('The comparison could not be read', list.error),
        )}
        noun={['setting', 'settings']}
        selectedId={selected}
        onSelect={setSelected}
        markable={editable && show === 'differences'}
        markedActions={(keys, clear) => (
          <div className={styles['marked']}>
            <Button onClick={() => setAccepting(keys)}>Accept the marked…</Button>
            <Button variant="text" onClick={clear}>
              Unmark all
            </Button>
          </div>
        )}
        filters={
          <Segmented
            label="Which settings"
            choices={[
              { value: 'differences', label: 'Differences' },
              { value: 'all', label: 'All' },
            ]}
            value={show}
            onPick={setShow}
          />
        }
        empty={
          <Empty
            text="Nothing differs."
            action={<Button onClick={() => setShow('all')}>Show all settings</Button>}
          />
        }
      />
      {accepting !== null && (
        <AcceptDialog id={id} keys={accepting} onClose={() => setAccepting(null)} />
      )}
      {proving && check !== undefined && (
        <EvidenceDialog said={check.said} open={check.open} onClose={() => setProving(false)} />
      )}
    </SplitView>
  );
}

const keyOf = ({ key }: KeptParityRow) => key;
