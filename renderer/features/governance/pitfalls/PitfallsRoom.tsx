import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import type { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { PitfallSection } from './PitfallSection.tsx';
import styles from './pitfalls.module.css';

type PitfallsRoomProps = { list: ReturnType<typeof useProcedure<'pitfalls.list'>> };

/** Each check on the process with where it stands; what was found comes first. */
export function PitfallsRoom({ list }: PitfallsRoomProps) {
  return (
    <SplitView>
      {list.data === undefined ? (
        list.isError ? (
          <ErrorPanel
            {...errorParts('The pitfalls could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <SkeletonRows what="pitfalls" />
        )
      ) : (
        <div className={styles['column']}>
          {foundFirst(list.data).map((pitfall) => (
            <PitfallSection key={pitfall.key} pitfall={pitfall} />
          ))}
        </div>
      )}
    </SplitView>
  );
}

function foundFirst(all: Output<'pitfalls.list'>) {
  const found = all.filter(({ state }) => state === 'found');
  return [...found, ...all.filter(({ state }) => state !== 'found')];
}
