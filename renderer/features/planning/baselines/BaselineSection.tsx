import { useState } from 'react';
import Button from '@mui/material/Button';
import { Flag } from 'lucide-react';
import type { Baseline, Drift } from '#shared/model/planning/baselines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../releases/index.ts';
import { DriftTable } from './DriftTable.tsx';
import { SetBaselineDialog } from './SetBaselineDialog.tsx';
import styles from './baselines.module.css';

/** What was planned once, what is planned now and how it came, date by date. */
export function BaselineSection({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('baselines.list', { releaseId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const known = list.data ?? [];
  // One that was undone meanwhile is asked for no more.
  const baselineId = known.some(({ id }) => id === chosen) ? chosen : null;
  const drift = useProcedure(
    'baselines.drift',
    baselineId === null ? { releaseId } : { releaseId, baselineId },
    { keepPrevious: true },
  );
  const data = drift.data;
  const setButton = page.editable && (
    <Button size="small" startIcon={<Flag />} onClick={() => setAsking(true)}>
      Set a baseline
    </Button>
  );
  const held = data?.baseline ?? null;
  return (
    <Section title="Baseline and drift" actions={held !== null && setButton}>
      {drift.isError && data === undefined && (
        <ErrorPanel
          {...errorParts('The drift could not be read', drift.error)}
          onRetry={() => void drift.refetch()}
        />
      )}
      {drift.isPending && <SkeletonRows rows={2} what="the drift" />}
      {data !== undefined && held === null && (
        <Empty
          small
          text={
            page.editable
              ? 'A baseline keeps the dates as they are planned now, so that it can be told later what moved and by how much.'
              : 'No baseline was set for this release.'
          }
          action={setButton}
        />
      )}
      {data !== undefined && held !== null && (
        <Held {...{ data, held, known, page }} onChoose={setChosen} />
      )}
      {asking && <SetBaselineDialog releaseId={releaseId} onClose={() => setAsking(false)} />}
    </Section>
  );
}

type HeldProps = {
  data: Drift;
  held: Baseline;
  known: readonly Baseline[];
  page: ReleasePage;
  onChoose: (id: string) => void;
};

function Held({ data, held, known, page, onChoose }: HeldProps) {
  const called = ({ at, note }: Baseline) => {
    const when = whenText(at, page.zone, page.now);
    return note === '' ? when : `${when}: ${note}`;
  };
  return (
    <>
      <div className={styles['about']}>
        <p>
          {data.why} Set by <bdi>{page.names.person(held.byId)}</bdi>
          {held.note !== '' && (
            <>
              : <q dir="auto">{held.note}</q>
            </>
          )}
        </p>
        {known.length > 1 && (
          <SelectInput
            label="Held against"
            width={280}
            value={held.id}
            options={known.map((each) => ({ value: each.id, label: called(each) }))}
            onChange={({ target }) => onChoose(target.value)}
          />
        )}
      </div>
      <DriftTable rows={data.rows} page={page} />
    </>
  );
}
