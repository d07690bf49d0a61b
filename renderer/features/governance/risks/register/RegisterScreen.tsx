import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Grid3x3 } from 'lucide-react';
import type { RegisteredRisk } from '#shared/model/governance/risks.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { tableState } from '../../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { DataTable } from '../../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { FilterButton } from '../../../../components/filter/FilterButton.tsx';
import { FilterChips } from '../../../../components/filter/FilterChips.tsx';
import { FilterWords } from '../../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { useNow } from '../../../../state/clock.ts';
import { useNames } from '../../../planning/releases/index.ts';
import { isPicked } from '../matrix/is-picked.ts';
import { placeWords } from '../matrix/matrix-words.ts';
import { MatrixPanel } from '../matrix/MatrixPanel.tsx';
import type { MatrixPick } from '../matrix/MatrixPanel.tsx';
import { registerColumns } from './register-columns.tsx';
import { addressOf, partsOf, shownRisks, viewOf, whichChoices } from './register-view.ts';
import type { RegisterSearch, RegisterView } from './register-view.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import styles from './register.module.css';

const noRows: readonly RegisteredRisk[] = [];

/** The risks of all releases, the highest first; each opens where it is looked after. */
export function RegisterScreen({ search }: { search: RegisterSearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const { names } = useNames();
  const view = useMemo(() => viewOf(search), [search]);
  const [text, setText] = useState('');
  const [pick, setPick] = useState<MatrixPick | null>(null);
  const [withMatrix, setWithMatrix] = useState(true);
  const list = useProcedure('risks.register', { which: view.which }, { keepPrevious: true });
  const all = list.data ?? noRows;
  const narrowed = useMemo(() => shownRisks(all, view, text, names), [all, view, text, names]);
  const counted = useMemo(() => narrowed.filter(({ state }) => state === 'open'), [narrowed]);
  const rows = useMemo(
    () => (pick === null ? narrowed : counted.filter((row) => isPicked(row, pick))),
    [narrowed, counted, pick],
  );
  const today = dateIn(now, zone);
  const columns = useMemo(() => registerColumns({ names, today }), [names, today]);
  const show = (next: RegisterView) =>
    void navigate({ to: '/releases/risks', search: addressOf(next), replace: true });
  const parts = partsOf(view, all, names);
  const isNarrowed = pick !== null || text !== '' || parts.some(({ chosen }) => chosen.length > 0);
  const clear = () => {
    setText('');
    setPick(null);
    show(viewOf(view.which === 'all' ? { which: 'all' } : {}));
  };
  const state = tableState(
    list,
    list.error && errorParts('The risk register could not be read', list.error),
  );
  return (
    <>
      <PageHeader
        title="Risk register"
        actions={
          <Button
            variant="text"
            startIcon={<Grid3x3 />}
            aria-pressed={withMatrix}
            onClick={() => {
              setWithMatrix(!withMatrix);
              // A cell that is out of sight would narrow the list unseen.
              setPick(null);
            }}
          >
            {withMatrix ? 'Hide the matrix' : 'Show the matrix'}
          </Button>
        }
      >
        <RegisterTabs current="register" />
      </PageHeader>
      <SplitView fills>
        {withMatrix && all.length > 0 && (
          <MatrixPanel
            risks={counted}
            note={countedWords(counted.length)}
            picked={pick}
            onPick={setPick}
          />
        )}
        <DataTable
          label="Risks"
          remember="risk-register"
          rows={rows}
          columns={columns}
          rowId={idOf}
          state={state}
          noun={['risk', 'risks']}
          lines={2}
          onOpen={({ id, releaseId }) =>
            void navigate({
              to: '/releases/$releaseId/$tab',
              params: { releaseId, tab: 'risks' },
              search: { sel: id },
            })
          }
          filters={
            <>
              <Segmented
                label="Of which releases"
                choices={whichChoices}
                value={view.which}
                onPick={(which) => show({ ...view, which })}
              />
              <FilterWords
                what="risks"
                placeholder="Words, release, owner"
                text={text}
                onText={setText}
              />
              <FilterButton what="the risks" parts={parts} onView={show} />
            </>
          }
          under={
            <div className={styles['chips']}>
              <FilterChips parts={parts} onView={show} onClear={clear} />
              {pick !== null && (
                <Button size="small" onClick={() => setPick(null)}>
                  Cell: {placeWords(pick)} ({pick.side}) ×
                </Button>
              )}
            </div>
          }
          empty={
            <Empty
              text={
                isNarrowed
                  ? 'No risk fits these filters.'
                  : 'What could go wrong with the releases ahead, with owner and mitigation. Risks are added on the Risks tab of a release.'
              }
              action={isNarrowed ? <Button onClick={clear}>Clear all filters</Button> : undefined}
            />
          }
        />
      </SplitView>
    </>
  );
}

const idOf = ({ id }: RegisteredRisk) => id;

function countedWords(count: number): string {
  if (count === 0) return 'No open risk fits the filters; settled ones are not counted.';
  return `${count} open ${count === 1 ? 'risk' : 'risks'} that fit the filters; settled ones are not counted.`;
}
