import { useState, type ReactNode } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { Incident } from '#shared/model/delivery/incidents.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { Delays } from './Delays.tsx';
import { IncidentDialog } from './IncidentDialog.tsx';
import { IncidentRow } from './IncidentRow.tsx';

type AfterTabProps = {
  page: ReleasePage;
  /** What others tell of it, under the incidents. */
  children?: ReactNode;
  inspector?: ReactNode;
};

/** What happened once it was out: incidents, how far the start drifted, and how it ended. */
export function AfterTab({ page, children, inspector }: AfterTabProps) {
  const releaseId = page.release.id;
  const list = useProcedure('incidents.list', { releaseId });
  const [open, setOpen] = useState<Incident | 'new' | null>(null);
  const incidents = list.data ?? [];
  const unresolved = incidents.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <SplitView inspector={inspector}>
      <Section
        title="Incidents"
        note={
          list.data &&
          (incidents.length === 0 ? 'none' : `${unresolved} open of ${incidents.length}`)
        }
        actions={
          page.mayWrite && (
            <Button size="small" startIcon={<Plus />} onClick={() => setOpen('new')}>
              Record an incident
            </Button>
          )
        }
      >
        {list.isError && list.data === undefined && (
          <ErrorPanel
            {...errorParts('The incidents could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {incidents.length > 0 && (
          <PanelList label="Incidents">
            {incidents.map((incident) => (
              <IncidentRow
                key={incident.id}
                incident={incident}
                page={page}
                onOpen={page.mayWrite ? () => setOpen(incident) : undefined}
              />
            ))}
          </PanelList>
        )}
        {list.data !== undefined && incidents.length === 0 && (
          <Empty text="No incident is known. What goes wrong after a deployment is recorded here, also once the release is closed." />
        )}
      </Section>
      {children}
      <Delays page={page} />
      {open !== null && (
        <IncidentDialog
          incident={open === 'new' ? null : open}
          page={page}
          onClose={() => setOpen(null)}
        />
      )}
    </SplitView>
  );
}
