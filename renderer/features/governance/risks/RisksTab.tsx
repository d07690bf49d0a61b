import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useAttachedCounts } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { AddRisk } from './AddRisk.tsx';
import { Assessment } from './Assessment.tsx';
import { AssessmentSection } from './AssessmentSection.tsx';
import { isPicked } from './matrix/is-picked.ts';
import { placeWords } from './matrix/matrix-words.ts';
import { MatrixPanel } from './matrix/MatrixPanel.tsx';
import type { MatrixPick } from './matrix/MatrixPanel.tsx';
import { RiskInspector } from './RiskInspector.tsx';
import { RiskRow } from './RiskRow.tsx';
import { useRisks } from './use-risks.ts';
import styles from './risks.module.css';

type RisksTabProps = {
  page: ReleasePage;
  /** What a later area knows of the same dangers: a section under the risks, and what of it is open. */
  beside?: { section: ReactNode; inspector: ReactNode };
};

/** What could go wrong, how it adds up, and what is done about it. */
export function RisksTab({ page, beside }: RisksTabProps) {
  const releaseId = page.release.id;
  const list = useProcedure('risks.list', { releaseId });
  const edits = useRisks(releaseId);
  const counts = useAttachedCounts(releaseId);
  const [adding, setAdding] = useState(false);
  const risks = list.data?.risks ?? [];
  const selected = risks.find((risk) => risk.id === page.selected);
  const [pick, setPick] = useState<MatrixPick | null>(null);
  const openRisks = useMemo(
    () => (list.data?.risks ?? []).filter((risk) => risk.state === 'open'),
    [list.data],
  );
  const open = openRisks.length;
  const shown = pick === null ? risks : openRisks.filter((risk) => isPicked(risk, pick));
  const addButton = page.editable && (
    <Button size="small" startIcon={<Plus />} onClick={() => setAdding(true)}>
      Add a risk
    </Button>
  );
  return (
    <SplitView
      inspector={
        selected === undefined ? (
          beside?.inspector
        ) : (
          <RiskInspector key={selected.id} risk={selected} page={page} edits={edits} />
        )
      }
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The risks could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.data !== undefined && (
        <>
          <Assessment assessment={list.data.assessment} />
          <AssessmentSection page={page} assessments={list.data.assessments} />
          <Section
            title="Risks"
            note={risks.length === 0 ? 'none yet' : `${open} open of ${risks.length}`}
            actions={
              <>
                <Button size="small" variant="text" href={`#/releases/risks?release=${releaseId}`}>
                  Risk register
                </Button>
                {adding ? undefined : addButton}
              </>
            }
          >
            {adding && (
              <AddRisk
                page={page}
                add={edits.add}
                onDone={(id) => {
                  setAdding(false);
                  if (id !== null) page.select(id);
                }}
              />
            )}
            {open > 0 && (
              <MatrixPanel
                risks={openRisks}
                note={`${open === 1 ? 'The 1 open risk' : `The ${open} open risks`} of this release.`}
                picked={pick}
                onPick={setPick}
              />
            )}
            {pick !== null && (
              <p className={styles['narrowed']} role="status">
                {shown.length} of {risks.length} shown: open, {placeWords(pick)}.
                <Button size="small" variant="text" onClick={() => setPick(null)}>
                  Show all
                </Button>
              </p>
            )}
            {risks.length > 0 && (
              <PanelList label="Risks">
                {shown.map((risk) => (
                  <RiskRow
                    key={risk.id}
                    risk={risk}
                    count={counts.get(risk.id)}
                    names={page.names}
                    today={dateIn(page.now, page.zone)}
                    selected={risk.id === selected?.id}
                    onOpen={() => page.select(risk.id)}
                  />
                ))}
              </PanelList>
            )}
            {risks.length === 0 && !adding && (
              <Empty text="What could go wrong with this release, how likely it is and how bad. Decisions bind to it." />
            )}
          </Section>
        </>
      )}
      {beside?.section}
    </SplitView>
  );
}
