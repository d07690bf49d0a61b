import { useProcedure } from '../../api/useProcedure.ts';
import { ImproveScreen } from '../../features/governance/pitfalls/ImproveScreen.tsx';
import type { ImproveSearch } from '../../features/governance/pitfalls/ImproveScreen.tsx';
import { AddLesson, LessonsRoom } from '../../features/learning/lessons/index.ts';
import type { LessonsSearch } from '../../features/learning/lessons/index.ts';

/** Pitfalls and lessons are of two areas, the earlier of which knows nothing of the other. */
export function ImproveWithLessons({ search }: { search: ImproveSearch & LessonsSearch }) {
  const lessons = useProcedure('lessons.list', { limit: 1 });
  const editable = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  return (
    <ImproveScreen
      search={search}
      lessons={{
        count: lessons.data?.total,
        room: <LessonsRoom search={search} />,
        action: editable && <AddLesson />,
      }}
    />
  );
}
