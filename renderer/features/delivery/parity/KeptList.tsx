import { GitCompareArrows } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { useNames } from '../../planning/releases/index.ts';
import styles from './parity.module.css';

/** The comparisons that were kept, the newest first. */
export function KeptList({ onOpen }: { onOpen: (id: string) => void }) {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const { names } = useNames();
  const list = useProcedure('parity.list', {});
  if (list.isError && list.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The kept comparisons could not be read', list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (list.data === undefined) return <SkeletonRows what="the kept comparisons" />;
  if (list.data.length === 0) {
    return (
      <Empty
        picture={<GitCompareArrows size={32} />}
        text="Choose two files to see which settings are missing, which differ and which are the same. What was found can be kept as evidence."
      />
    );
  }
  return (
    <div className={styles['kept']}>
      <Section title="Kept comparisons" note={String(list.data.length)}>
        <PanelList label="Kept comparisons">
          {list.data.map(({ id, left, right, service, comparedAt, comparedById, open, counts }) => (
            <PanelRow
              key={id}
              title={
                <bdi>
                  {left} and {right}
                  {service === null ? '' : `, ${service}`}
                </bdi>
              }
              note={
                <>
                  <When at={comparedAt} {...{ zone, now }} relative />
                  {comparedById === null ? '' : ` · ${names.person(comparedById)}`}
                  {` · ${counts.same} the same`}
                </>
              }
              end={
                <Status
                  kind={open === 0 ? 'passed' : 'failed'}
                  label={open === 0 ? 'Settled' : `${open} open`}
                />
              }
              onOpen={() => onOpen(id)}
            />
          ))}
        </PanelList>
      </Section>
    </div>
  );
}
