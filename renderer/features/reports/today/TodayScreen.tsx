import { useMemo } from 'react';
import Button from '@mui/material/Button';
import { Link, useNavigate } from '@tanstack/react-router';
import { Newspaper, Presentation } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { NeededFirst, useNames } from '../../planning/releases/index.ts';
import { ChangesSection } from './ChangesSection.tsx';
import { NextSection } from './NextSection.tsx';
import { NowSection } from './NowSection.tsx';
import { SyncSection } from './SyncSection.tsx';
import { dayInFull, dayInWords } from './today-words.ts';
import { WaitingSection } from './WaitingSection.tsx';
import styles from './today.module.css';

/** The day of a release manager: what waits, what comes, what changed, and what is on now. */
export function TodayScreen() {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const day = useProcedure('today.get', {});
  const { names, loaded } = useNames();
  const navigate = useNavigate();
  const commands = useMemo(
    () => [{ id: 'wall', label: 'Wall mode', key: 'w', run: () => void navigate({ to: '/wall' }) }],
    [navigate],
  );
  useScreenCommands(commands);
  if (day.data === undefined) {
    return (
      <>
        <PageHeader title="Today" />
        <SplitView>
          {day.isError ? (
            <ErrorPanel
              {...errorParts('The day could not be read', day.error)}
              onRetry={() => void day.refetch()}
            />
          ) : (
            <SkeletonRows what="the day" />
          )}
        </SplitView>
      </>
    );
  }
  const today = day.data;
  const isBare = loaded && (names.services.length === 0 || names.environments.length === 0);
  const view = { today, names, zone, now };
  return (
    <>
      <PageHeader
        title={dayInFull(today.day)}
        note={dayInWords(today)}
        actions={
          <>
            <Button component={Link} to="/status" startIcon={<Newspaper />}>
              Status page
            </Button>
            <Button component={Link} to="/wall" startIcon={<Presentation />}>
              Wall mode
            </Button>
          </>
        }
      />
      <SplitView>
        <div className={styles['columns']}>
          <div>
            {isBare && <NeededFirst names={names} />}
            <WaitingSection view={view} />
            <NextSection view={view} />
            <ChangesSection view={view} />
          </div>
          <div>
            <NowSection view={view} />
            <SyncSection view={view} />
          </div>
        </div>
      </SplitView>
    </>
  );
}
