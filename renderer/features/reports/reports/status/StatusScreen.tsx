import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { formatDate, formatInFull, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { summaryInWords } from '#shared/rules/reports/status/words.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { WeekNavigation } from '../../../../components/WeekNavigation.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { useScreenCommands } from '../../../../state/screen-commands.ts';
import { useNames } from '../../../planning/releases/index.ts';
import { DecidedSection } from './DecidedSection.tsx';
import { RiskSection } from './RiskSection.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { WaitingSection } from './WaitingSection.tsx';
import { WeekSection } from './WeekSection.tsx';
import styles from './status.module.css';

export type StatusSearch = { week?: string; service?: string };

/** Two weeks for stakeholders: what ships, what is at risk, what waits for whom, what was decided. */
export function StatusScreen({ search }: { search: StatusSearch }) {
  const navigate = useNavigate();
  const asked = { week: search.week, serviceId: search.service };
  const status = useProcedure('reports.status', asked, { keepPrevious: true });
  const { names } = useNames();
  const report = status.data;
  const [first, second] = report?.weeks ?? [];
  const from = first?.from;
  const go = useMemo(
    () => (patch: StatusSearch) =>
      void navigate({ to: '/status', search: { ...search, ...patch } }),
    [navigate, search],
  );
  const commands = useMemo(
    () =>
      from === undefined
        ? []
        : [
            {
              id: 'week before',
              label: 'The week before',
              key: '[',
              run: () => go({ week: plusDays(from, -7) }),
            },
            {
              id: 'week after',
              label: 'The week after',
              key: ']',
              run: () => go({ week: plusDays(from, 7) }),
            },
          ],
    [from, go],
  );
  useScreenCommands(commands);
  return (
    <>
      <PageHeader
        title="Status page"
        note={report && `${summaryInWords(report)}. As of ${formatInFull(report.at, report.zone)}.`}
        beside={
          report &&
          first &&
          second && (
            <WeekNavigation
              title={`${formatDate(first.from, report.today)} – ${formatDate(second.to, report.today)}`}
              hrefOf={(week) => hrefOf({ ...search, week })}
              before={plusDays(first.from, -7)}
              after={plusDays(first.from, 7)}
            />
          )
        }
        actions={<StatusMenu asked={asked} />}
      />
      <SplitView>
        {status.isError && (
          <ErrorPanel
            {...errorParts('The status could not be read', status.error)}
            onRetry={() => void status.refetch()}
          />
        )}
        {report === undefined && !status.isError && <SkeletonRows what="the status" />}
        {report !== undefined && (
          <>
            {names.services.length > 1 && (
              <div className={styles['filter']}>
                <SelectInput
                  label="Service"
                  value={search.service ?? ''}
                  options={[
                    { value: '', label: 'All services' },
                    ...names.services.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={({ target }) => go({ service: target.value || undefined })}
                />
              </div>
            )}
            <div className={styles['columns']}>
              <div>
                {report.weeks.map((week) => (
                  <WeekSection key={week.from} week={week} report={report} />
                ))}
                <DecidedSection report={report} />
              </div>
              <div>
                <RiskSection report={report} />
                <WaitingSection report={report} />
              </div>
            </div>
          </>
        )}
      </SplitView>
    </>
  );
}

function hrefOf({ week, service }: { week?: string | undefined; service?: string }): string {
  const query = new URLSearchParams();
  if (week !== undefined) query.set('week', week);
  if (service !== undefined) query.set('service', service);
  const text = query.toString();
  return `#/status${text === '' ? '' : `?${text}`}`;
}
