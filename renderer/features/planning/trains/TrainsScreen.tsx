import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonCard } from '../../../components/Skeleton.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { TrainDialog } from './TrainDialog.tsx';
import { TrainSection } from './TrainSection.tsx';
import styles from './trains.module.css';

/** Release trains with their next departures. */
export function TrainsScreen() {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const list = useProcedure('trains.list', {});
  // Null: none is open; `new`: one that is not there yet.
  const [editing, setEditing] = useState<string | null>(null);
  const commands = useMemo(
    () => [
      { id: 'trains.new', label: 'Add a release train', key: 'n', run: () => setEditing('new') },
    ],
    [],
  );
  useScreenCommands(commands);
  const trains = list.data ?? [];
  const addButton = (
    <Button variant="contained" startIcon={<Plus />} onClick={() => setEditing('new')}>
      Add a train
    </Button>
  );
  return (
    <>
      <PageHeader title="Release trains" actions={trains.length > 0 && addButton}>
        <CalendarTabs current="trains" />
      </PageHeader>
      <div className={styles['page']}>
        {list.isPending && <SkeletonCard lines={8} what="the release trains" />}
        {list.isError && list.data === undefined && (
          <ErrorPanel
            {...errorParts('The release trains could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.isSuccess && trains.length === 0 && (
          <Empty
            text="A release train departs by a cadence, whatever is ready by then. It makes its releases with cut-off, scope freeze, QA window and go/no-go, counted in working days before each departure."
            action={addButton}
          />
        )}
        {trains.map((train) => (
          <TrainSection
            key={train.id}
            train={train}
            now={now}
            onEdit={() => setEditing(train.id)}
          />
        ))}
      </div>
      {editing !== null && (
        <TrainDialog
          train={trains.find(({ id }) => id === editing) ?? null}
          around={{ zone, now }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
