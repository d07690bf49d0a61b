import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import type { CalibratedRelease, Calibration } from '#shared/model/governance/calibration.ts';
import type { RiskBand as Band } from '#shared/model/governance/risks.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { RegisterTabs } from '../risks/index.ts';
import { BandRows } from './BandRows.tsx';
import { calibrationColumns } from './calibration-columns.tsx';
import styles from './calibration.module.css';

const noRows: readonly CalibratedRelease[] = [];

/** Which releases the list shows: those told one band, those told none, or all. */
export type CalibrationPick = Band | 'without' | null;

/** Whether the bands of assessments foretold what happened, with the releases they rest on. */
export function CalibrationScreen() {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const answer = useProcedure('calibration.read', {});
  const [pick, setPick] = useState<CalibrationPick>(null);
  const all = answer.data?.releases ?? noRows;
  const rows = useMemo(() => all.filter((row) => isPicked(row, pick)), [all, pick]);
  const columns = useMemo(() => calibrationColumns({ zone, now }), [zone, now]);
  const state = tableState(
    answer,
    answer.error && errorParts('The calibration could not be read', answer.error),
  );
  return (
    <>
      <PageHeader title="Risk register">
        <RegisterTabs current="calibration" />
      </PageHeader>
      <SplitView fills>
        {answer.data !== undefined && all.length > 0 && (
          <section className={styles['panel']} aria-label="Predicted band against what happened">
            <p className={styles['says']}>{sentence(answer.data)}</p>
            <BandRows calibration={answer.data} picked={pick} onPick={setPick} />
          </section>
        )}
        <DataTable
          label="Releases that went out"
          remember="risk-calibration"
          rows={rows}
          columns={columns}
          rowId={idOf}
          state={state}
          noun={['release', 'releases']}
          lines={2}
          onOpen={({ id }) =>
            void navigate({
              to: '/releases/$releaseId/$tab',
              params: { releaseId: id, tab: 'risks' },
            })
          }
          empty={
            <Empty
              text={
                all.length === 0
                  ? 'Holds the risk band a release was assessed with against what happened. No release has gone out yet.'
                  : 'No release went out with this band.'
              }
              action={
                pick === null ? undefined : (
                  <Button onClick={() => setPick(null)}>Show all releases</Button>
                )
              }
            />
          }
        />
      </SplitView>
    </>
  );
}

const idOf = ({ id }: CalibratedRelease) => id;

function isPicked({ band }: CalibratedRelease, pick: CalibrationPick): boolean {
  return pick === null || (pick === 'without' ? band === null : band === pick);
}

function sentence({ releases, without }: Calibration): string {
  const told = releases.length - without;
  const left =
    without === 0
      ? ''
      : ` ${without} went out without an assessment before and ${without === 1 ? 'is' : 'are'} left out of the shares.`;
  return `${told} of ${releases.length} releases that went out had been assessed before.${left} Well judged bands go wrong the more often the higher they are.`;
}
