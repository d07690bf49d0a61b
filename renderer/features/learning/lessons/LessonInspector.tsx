import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Delayed, SkeletonText } from '../../../components/Skeleton.tsx';
import { LessonForm } from './LessonForm.tsx';

type LessonInspectorProps = {
  /** Null for a new one. */
  id: string | null;
  /** Where a new one was learned, as far as the address says. */
  fromReleaseId: string | null;
  onClose: () => void;
  onSaved: (id: string | null) => void;
};

/** One lesson, read whole before it is changed; or an empty form for a new one. */
export function LessonInspector({ id, fromReleaseId, onClose, onSaved }: LessonInspectorProps) {
  const read = useProcedure('lessons.get', { id: id ?? '' }, { enabled: id !== null });
  if (id === null || read.data !== undefined) {
    return (
      <LessonForm
        got={id === null ? null : (read.data ?? null)}
        fromReleaseId={fromReleaseId}
        onClose={onClose}
        onSaved={onSaved}
      />
    );
  }
  return (
    <Inspector title="Lesson" onClose={onClose}>
      {read.isError ? (
        <ErrorPanel
          {...errorParts('The lesson could not be read', read.error)}
          onRetry={() => void read.refetch()}
        />
      ) : (
        <Delayed what="the lesson">
          <SkeletonText lines={6} what="the lesson" />
        </Delayed>
      )}
    </Inspector>
  );
}
