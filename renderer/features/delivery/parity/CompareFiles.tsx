import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { Archive } from 'lucide-react';
import type { ParityRow } from '#shared/model/delivery/parity.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { Status } from '../../../components/Status.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { KeptList } from './KeptList.tsx';
import { parityColumns } from './parity-columns.tsx';
import { SideFile } from './SideFile.tsx';
import { useComparison } from './use-comparison.ts';
import type { Cluster, Comparison } from './use-comparison.ts';
import styles from './parity.module.css';

const noRows: readonly ParityRow[] = [];

/** Two files or clusters held against each other as soon as both are there; what was found can be kept. */
export function CompareFiles({ onKept }: { onKept: (id: string) => void }) {
  const { chosen, found, refusals, choose, chooseCluster } = useComparison();
  const editable = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  const [keeping, setKeeping] = useState(false);
  const [show, setShow] = useState<'differences' | 'all'>('differences');
  const [text, setText] = useState('');
  const all = found?.rows ?? noRows;
  const rows = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return all.filter(
      ({ key, state }) =>
        (show === 'all' || state !== 'same') &&
        words.every((word) => key.toLowerCase().includes(word)),
    );
  }, [all, show, text]);
  const sideOf = (place: 'left' | 'right') => ({
    name: chosen[place]?.name,
    read: found?.[place],
    refusal: refusals[place],
    onFile: (file: File) => void choose(place, file),
    onCluster: (cluster: Cluster) => void chooseCluster(place, cluster),
  });
  const { left, right } = chosen;
  return (
    <>
      <div className={styles['sides']}>
        <SideFile title="First file" example="such as that of staging" {...sideOf('left')} />
        <SideFile title="Second file" example="such as that of production" {...sideOf('right')} />
      </div>
      {found === null ? (
        <KeptList onOpen={onKept} />
      ) : (
        <>
          <div className={styles['verdict']}>
            <Verdict counts={found.counts} />
            {editable && (
              <Button variant="contained" startIcon={<Archive />} onClick={() => setKeeping(true)}>
                Keep as evidence…
              </Button>
            )}
          </div>
          <DataTable
            label="Settings compared"
            remember="parity"
            rows={rows}
            columns={parityColumns}
            rowId={keyOf}
            noun={['setting', 'settings']}
            filters={
              <>
                <Segmented
                  label="Which settings"
                  choices={[
                    { value: 'differences', label: 'Differences' },
                    { value: 'all', label: 'All' },
                  ]}
                  value={show}
                  onPick={setShow}
                />
                <FilterWords
                  what="settings"
                  placeholder="Part of a key"
                  text={text}
                  onText={setText}
                />
              </>
            }
            empty={
              <Empty
                text={text === '' ? 'Nothing differs.' : 'No key fits these words.'}
                action={
                  <Button
                    onClick={() => {
                      setText('');
                      setShow('all');
                    }}
                  >
                    Show all settings
                  </Button>
                }
              />
            }
          />
        </>
      )}
      {keeping && left !== null && right !== null && (
        <KeepDialog
          sides={{ left: left.side, right: right.side }}
          onKept={onKept}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  );
}

const keyOf = ({ key }: ParityRow) => key;

/** `3 different, 1 only in the first, 2 only in the second; 406 are the same.` */
function Verdict({ counts }: Pick<Comparison, 'counts'>) {
  const { different, same } = counts;
  const left = counts['only-left'];
  const right = counts['only-right'];
  const isSame = different + left + right === 0;
  const parts = [
    ...(different === 0 ? [] : [`${different} different`]),
    ...(left === 0 ? [] : [`${left} only in the first`]),
    ...(right === 0 ? [] : [`${right} only in the second`]),
  ];
  return (
    <p className={styles['said']} role="status">
      <Status kind={isSame ? 'passed' : 'failed'} label={isSame ? 'In parity' : 'Not in parity'} />
      <span>
        {isSame ? `All ${same} settings are the same.` : `${parts.join(', ')}; ${same} the same.`}
      </span>
    </p>
  );
}
