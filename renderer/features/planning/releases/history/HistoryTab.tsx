import { useMemo } from 'react';
import Button from '@mui/material/Button';
import type { GateView } from '#shared/model/governance/gates.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { CallFailure } from '../../../../api/transport.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { dateText, whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';
import { HistoryGroupRow } from './HistoryGroupRow.tsx';
import { historyDays } from './history-lines.ts';
import type { ValueWords } from './history-values.ts';
import { useHistory } from './use-history.ts';
import styles from './history.module.css';

/** Who changed what and when, from what to what; every line is an entry of the journal. */
export function HistoryTab({ page }: { page: ReleasePage }) {
  const history = useHistory(page.release.id);
  const gates = useProcedure('gates.list', { releaseId: page.release.id }).data;
  const { zone } = page;
  const words = useMemo(() => valueWords(page, gates ?? []), [page, gates]);
  const days = useMemo(
    () =>
      historyDays(
        history.data?.pages.flatMap((one) => one.entries) ?? [],
        (instant) => dateIn(instant, zone),
        words,
      ),
    [history.data, zone, words],
  );
  const thisYear = Number(dateIn(page.now, zone).slice(0, 4));
  const today = dateIn(page.now, zone);
  return (
    <SplitView>
      {history.isPending && <SkeletonRows what="history" />}
      {history.error instanceof CallFailure && history.data === undefined && (
        <ErrorPanel
          {...errorParts('The history could not be read', history.error)}
          onRetry={() => void history.refetch()}
        />
      )}
      {history.isSuccess && days.length === 0 && (
        <Empty text="Every change of this release will stand here, with who made it and when." />
      )}
      <div className={styles['history']}>
        {days.map(({ day, groups }) => (
          <Section
            key={day}
            title={day === today ? `Today, ${dateText(day, thisYear)}` : dateText(day, thisYear)}
            note={groups.length === 1 ? '1 change' : `${groups.length} changes`}
          >
            <ol className={styles['groups']}>
              {groups.map((group) => (
                <HistoryGroupRow key={group.key} group={group} page={page} />
              ))}
            </ol>
          </Section>
        ))}
        {history.hasNextPage && (
          <Button
            disabled={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Show older changes
          </Button>
        )}
      </div>
    </SplitView>
  );
}

function valueWords(page: ReleasePage, gates: readonly GateView[]): ValueWords {
  const { names, release, zone, now } = page;
  const gate = (id: string) => gates.find((one) => one.id === id)?.name ?? null;
  return {
    person: (id) => names.people.find((one) => one.id === id)?.name ?? null,
    service: (id) => names.services.find((one) => one.id === id)?.name ?? null,
    environment: (id) => names.environments.find((one) => one.id === id)?.name ?? null,
    role: (key) => names.role(key),
    gate,
    thing: (id) => {
      const component = release.components.find((one) => one.id === id);
      if (component !== undefined) return names.service(component.serviceId);
      const deployment = release.deployments.find((one) => one.id === id);
      if (deployment !== undefined) return names.environment(deployment.environmentId);
      return gate(id);
    },
    day: (date) => dateText(date, Number(now.slice(0, 4))),
    when: (instant) => whenText(instant, zone, now),
  };
}
