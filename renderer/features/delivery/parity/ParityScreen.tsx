import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { GitCompareArrows } from 'lucide-react';
import type { ParityRow } from '#shared/model/delivery/parity.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { EnvironmentTabs } from '../../../components/EnvironmentTabs.tsx';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { parityColumns } from './parity-columns.tsx';
import { SideFile } from './SideFile.tsx';
import { useComparison } from './use-comparison.ts';
import type { Comparison } from './use-comparison.ts';
import styles from './parity.module.css';

const noRows: readonly ParityRow[] = [];

/** The exported settings of two environments held against each other, by key and never by value. */
export function ParityScreen() {
  const { chosen, found, refusals, choose } = useComparison();
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
  });
  return (
    <>
      <PageHeader
        title="Parity"
        note="Exported settings of two environments, compared by key: .env, JSON, YAML, Helm values, ConfigMap and Secret manifests. No value is shown or kept."
      >
        <EnvironmentTabs current="parity" />
      </PageHeader>
      <SplitView fills>
        <div className={styles['sides']}>
          <SideFile title="First file" example="such as that of staging" {...sideOf('left')} />
          <SideFile title="Second file" example="such as that of production" {...sideOf('right')} />
        </div>
        {found === null ? (
          <Empty
            picture={<GitCompareArrows size={32} />}
            text="Choose two files to see which settings are missing, which differ and which are the same."
          />
        ) : (
          <>
            <Verdict counts={found.counts} />
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
      </SplitView>
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
    <p className={styles['verdict']} role="status">
      <Status kind={isSame ? 'passed' : 'failed'} label={isSame ? 'In parity' : 'Not in parity'} />
      <span>
        {isSame ? `All ${same} settings are the same.` : `${parts.join(', ')}; ${same} the same.`}
      </span>
    </p>
  );
}
