import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { statusKinds } from '../app/theme/tokens.ts';
import type { StatusKind } from '../app/theme/tokens.ts';
import { DataTable } from '../components/data-table/DataTable.tsx';
import type { TableColumn, TableState } from '../components/data-table/table-types.ts';
import { Empty } from '../components/Empty.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { Facts } from '../components/Facts.tsx';
import { Segmented } from '../components/form/Segmented.tsx';
import { Inspector, InspectorPart } from '../components/Inspector.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Person } from '../components/Person.tsx';
import { SplitView } from '../components/SplitView.tsx';
import { Status } from '../components/Status.tsx';
import { When } from '../components/When.tsx';
import { longName, people, told } from './sample.ts';

type Run = {
  id: string;
  name: string;
  owner: string;
  status: StatusKind;
  at: string;
  tests: number;
  lateness: number | null;
};

const day = 86_400_000;
const first = Date.parse('2026-11-26T22:00:00.000Z');

// Numbers that look random and are the same at every visit.
const makeRun = (index: number): Run => ({
  id: `run-${index}`,
  name:
    index === 3
      ? longName
      : index === 5
        ? 'إصدار المدفوعات ٤٫٢'
        : `Payments 4.${index % 40}.${index}`,
  owner: people[(index * 3) % people.length] ?? '',
  status: statusKinds[(index * 5) % statusKinds.length] ?? 'passed',
  at: new Date(first - index * day * 0.37).toISOString(),
  tests: (index * 7919) % 5000,
  lateness: index % 9 === 0 ? null : ((index * 31) % 90) - 20,
});

const columns: readonly TableColumn<Run>[] = [
  {
    key: 'name',
    header: 'Release',
    value: (run) => run.name,
    grow: true,
    width: 220,
    always: true,
  },
  {
    key: 'status',
    header: 'Readiness',
    value: (run) => run.status,
    cell: (run) => <Status kind={run.status} variant="plain" />,
  },
  {
    key: 'owner',
    header: 'Owner',
    value: (run) => run.owner,
    cell: (run) => <Person name={run.owner} />,
    width: 180,
  },
  {
    key: 'at',
    header: 'Start',
    value: (run) => run.at,
    cell: (run) => <When at={run.at} {...told} focusable={false} />,
    width: 170,
  },
  { key: 'tests', header: 'Tests', value: (run) => run.tests, align: 'end', width: 90 },
  { key: 'late', header: 'Late, min', value: (run) => run.lateness, align: 'end', width: 100 },
  { key: 'id', header: 'Number', value: (run) => run.id, hidden: true, width: 110 },
];

const views = ['10,000', '1', '0', 'loading', 'failed'].map((label) => ({ value: label, label }));

export function TablePage() {
  const [view, setView] = useState('10,000');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const count = view === '10,000' ? 10_000 : view === '1' ? 1 : 0;
  const rows = useMemo(() => Array.from({ length: count }, (_, index) => makeRun(index)), [count]);
  const selected = rows.find((row) => row.id === selectedId);
  return (
    <>
      <PageHeader
        title="Table"
        beside="10,000 rows, sorted, chosen, resized, copied"
        actions={
          <Button variant="contained" startIcon={<Plus />}>
            Release
          </Button>
        }
      />
      <SplitView
        fills
        inspector={
          selected !== undefined && (
            <RunInspector run={selected} onClose={() => setSelectedId(null)} />
          )
        }
      >
        <DataTable
          label="Releases"
          remember="gallery"
          rows={rows}
          columns={columns}
          rowId={(run) => run.id}
          noun={['release', 'releases']}
          sort={{ key: 'at', descending: true }}
          state={stateOf(view)}
          markable
          selectedId={selectedId}
          onSelect={setSelectedId}
          filters={<Segmented label="Rows" choices={views} value={view} onPick={setView} />}
          empty={
            <Empty
              text="Releases stand here, the next one first."
              action={<Button>New release</Button>}
            />
          }
        />
      </SplitView>
    </>
  );
}

function stateOf(view: string): TableState {
  if (view === 'loading') return { kind: 'loading' };
  if (view !== 'failed') return { kind: 'ready' };
  const panel = (
    <ErrorPanel
      what="The releases could not be read."
      why="Another program holds the workspace."
      todo="Close it there and try again."
      details="unavailable · releases.list"
      onRetry={() => undefined}
    />
  );
  return { kind: 'failed', panel };
}

function RunInspector({ run, onClose }: { run: Run; onClose: () => void }) {
  return (
    <Inspector
      title={run.name}
      note={`Owner ${run.owner}`}
      onClose={onClose}
      actions={<Button>Open release</Button>}
    >
      <InspectorPart title="Facts">
        <Facts
          facts={[
            { name: 'Readiness', value: <Status kind={run.status} /> },
            { name: 'Start', value: <When at={run.at} {...told} relative /> },
            { name: 'Tests', value: run.tests.toLocaleString('en-GB') },
          ]}
        />
      </InspectorPart>
    </Inspector>
  );
}
