import { useMemo, useRef } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { standsAt } from './attached-page.ts';
import type { AttachedPage, AttachedTo } from './attached-page.ts';
import { CommentBox } from './CommentBox.tsx';
import { CommentRow } from './CommentRow.tsx';
import { useComments } from './use-comments.ts';
import { useSeen } from './use-seen.ts';
import styles from './comments.module.css';

type CommentsProps = { page: AttachedPage; about: AttachedTo };

/** What was said about one thing, and where to say more. A closed release takes comments too. */
export function Comments({ page, about: { subject, subjectId } }: CommentsProps) {
  const releaseId = page.release.id;
  const list = useProcedure('comments.list', { releaseId });
  const box = useRef<HTMLDivElement>(null);
  const edits = useComments({ releaseId, subject, subjectId });
  const comments = useMemo(
    () => (list.data ?? []).filter((one) => standsAt({ subject, subjectId }, one)),
    [list.data, subject, subjectId],
  );
  const fresh = useSeen(page, comments, box);
  return (
    <div ref={box} className={styles['thread']}>
      {list.isPending && <SkeletonText lines={2} what="comments" />}
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The comments could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && comments.length === 0 && (
        <p className={styles['none']}>Nothing was said yet.</p>
      )}
      {comments.length > 0 && (
        <ol className={styles['list']} aria-label="Comments">
          {comments.map((comment) => (
            <CommentRow
              key={comment.id}
              comment={comment}
              page={page}
              isNew={fresh.has(comment.id)}
              isLeft={comment.subjectId !== subjectId}
              edits={edits}
            />
          ))}
        </ol>
      )}
      {list.isSuccess && page.mayWrite && (
        <CommentBox
          page={page}
          label="Your comment"
          button="Comment"
          draft={`comment ${subjectId}`}
          send={edits.add}
        />
      )}
    </div>
  );
}
