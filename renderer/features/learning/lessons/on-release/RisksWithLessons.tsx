import { useProcedure } from '../../../../api/useProcedure.ts';
import { RisksTab } from '../../../governance/risks/index.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { ReleaseLessonInspector } from './ReleaseLessonInspector.tsx';
import { ReleaseLessons } from './ReleaseLessons.tsx';

/** The Risks tab of a release, and under its risks what others learned before. */
export function RisksWithLessons({ page }: { page: ReleasePage }) {
  const list = useProcedure('lessons.forRelease', { releaseId: page.release.id });
  const selected = list.data?.lessons.find(({ lesson }) => lesson.id === page.selected);
  return (
    <RisksTab
      page={page}
      beside={{
        section: <ReleaseLessons page={page} list={list} />,
        inspector: selected !== undefined && (
          <ReleaseLessonInspector key={selected.lesson.id} asked={selected} page={page} />
        ),
      }}
    />
  );
}
