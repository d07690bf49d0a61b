import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import type { MetricCheckView } from '#shared/contract/delivery/monitoring.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { AsOf } from '../../../../components/AsOf.tsx';
import { Tag } from '../../../../components/Chip.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { Status } from '../../../../components/Status.tsx';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { askedInWords, checkLook, passedInWords } from './check-words.ts';
import { MomentChoice } from './MomentChoice.tsx';
import type { Run } from './use-run.ts';

type MetricChecksProps = {
  page: ReleasePage;
  /** Undefined while they are read. */
  listed: Output<'monitoring.checks'> | undefined;
  failure: ReturnType<typeof errorParts> | null;
  onRetry: () => void;
  run: Run;
  moment: string;
  onMoment: (deploymentId: string) => void;
  onAdd: () => void;
};

/** What the metrics of a release have to keep, and whether they did when they were asked last. */
export function MetricChecks(props: MetricChecksProps) {
  const { page, listed, failure, onRetry, run, moment, onMoment, onAdd } = props;
  const checks = listed?.checks ?? [];
  const canAsk = listed !== undefined && listed.sources.length > 0;
  return (
    <Section
      title="Metric checks"
      note={passedInWords(checks)}
      actions={
        page.editable &&
        canAsk && (
          <>
            {checks.length > 0 && (
              <>
                <MomentChoice page={page} value={moment} onChoose={onMoment} />
                <Button
                  size="small"
                  loading={run.running}
                  onClick={() => void run.start(null, moment)}
                >
                  Ask all
                </Button>
                {run.running && (
                  <Button size="small" variant="text" onClick={run.cancel}>
                    Cancel
                  </Button>
                )}
              </>
            )}
            <Button size="small" startIcon={<Plus />} onClick={onAdd}>
              Add a check
            </Button>
          </>
        )
      }
    >
      {failure !== null && listed === undefined && <ErrorPanel {...failure} onRetry={onRetry} />}
      {run.error !== null && <ErrorPanel {...errorParts('The checks were not asked', run.error)} />}
      {checks.length > 0 && (
        <PanelList label="Metric checks">
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} page={page} />
          ))}
        </PanelList>
      )}
      {listed !== undefined && checks.length === 0 && (
        <Empty
          text={
            canAsk
              ? 'No metric check yet. A check is a query and what its values have to keep, such as at most 1 % of failed calls; what it finds is kept as evidence.'
              : 'Metrics are asked of Prometheus. Connect it, then say here what the metrics of this release have to keep.'
          }
          {...(canAsk ? {} : { action: <a href="#/pipelines/new">Connect Prometheus</a> })}
        />
      )}
    </Section>
  );
}

function CheckRow({ check, page }: { check: MetricCheckView; page: ReleasePage }) {
  const { zone, now, names, selected, select } = page;
  const look = checkLook(check);
  return (
    <PanelRow
      lead={<Status {...look} variant="icon" />}
      title={<bdi>{check.name}</bdi>}
      beside={check.serviceId !== null && <Tag>{names.service(check.serviceId)}</Tag>}
      note={
        <>
          {askedInWords(check)}
          {check.result !== null && (
            <>
              {' · '}
              <bdi>{check.result.reason}</bdi>
            </>
          )}
        </>
      }
      end={
        <>
          <Status {...look} variant="plain" />
          {check.result !== null && (
            <AsOf at={check.result.askedAt} zone={zone} now={now} source={check.connectionName} />
          )}
        </>
      }
      selected={selected === check.id}
      onOpen={() => select(check.id)}
    />
  );
}
