import { useState } from 'react';
import Button from '@mui/material/Button';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { PublishStanding } from './PublishStanding.tsx';
import styles from './calendar-files.module.css';

/** Where this device publishes the calendar, and how that went; in the settings. */
export function PublishSection({ zone }: { zone: string }) {
  const publishing = useProcedure('calendar.publishing', {});
  const [open, setOpen] = useState(false);
  const { data: state } = publishing;
  return (
    <Section title="Published calendar" note="by this device, while the workspace is open">
      <Panel padded>
        {publishing.isError && (
          <ErrorPanel
            {...errorParts('How the calendar is published could not be read', publishing.error)}
            onRetry={() => void publishing.refetch()}
          />
        )}
        {publishing.isPending && <SkeletonRows what="the published calendar" rows={1} />}
        {state !== undefined && (
          <div className={styles['stack']}>
            {state.folder === null ? (
              <p className={styles['quiet']}>
                The calendar is not published. As a file in a shared or synced folder, calendar
                programs can subscribe to it.
              </p>
            ) : (
              <PublishStanding state={state} zone={zone} />
            )}
            <div>
              <Button onClick={() => setOpen(true)}>
                {state.folder === null ? 'Publish to a folder…' : 'Change…'}
              </Button>
            </div>
          </div>
        )}
      </Panel>
      {open && <PublishDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}
