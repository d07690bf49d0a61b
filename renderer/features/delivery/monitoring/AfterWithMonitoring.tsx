import { useState } from 'react';
import type { MetricCheck } from '#shared/model/delivery/monitoring.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { AfterTab } from '../incidents/index.ts';
import { CheckDialog } from './checks/CheckDialog.tsx';
import { CheckInspector } from './checks/CheckInspector.tsx';
import { MetricChecks } from './checks/MetricChecks.tsx';
import { useRun } from './checks/use-run.ts';
import { RolloutAlerts } from './RolloutAlerts.tsx';

/** What happened once it was out, with what monitoring says of it. */
export function AfterWithMonitoring({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('monitoring.checks', { releaseId });
  const [moment, setMoment] = useState('');
  const [editing, setEditing] = useState<MetricCheck | 'new' | null>(null);
  const run = useRun(releaseId);
  const chosen = list.data?.checks.find(({ id }) => id === page.selected);
  return (
    <AfterTab
      page={page}
      inspector={
        chosen && (
          <CheckInspector
            key={chosen.id}
            {...{ page, run, moment }}
            check={chosen}
            onEdit={() => setEditing(chosen)}
          />
        )
      }
    >
      <MetricChecks
        {...{ page, run, moment }}
        listed={list.data}
        failure={
          list.isError ? errorParts('The metric checks could not be read', list.error) : null
        }
        onRetry={() => void list.refetch()}
        onMoment={setMoment}
        onAdd={() => setEditing('new')}
      />
      <RolloutAlerts page={page} />
      {editing !== null && (
        <CheckDialog
          check={editing === 'new' ? null : editing}
          sources={list.data?.sources ?? []}
          page={page}
          onClose={() => setEditing(null)}
        />
      )}
    </AfterTab>
  );
}
