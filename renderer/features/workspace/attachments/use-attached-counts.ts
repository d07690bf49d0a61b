import { useMemo } from 'react';
import type { Subject } from '#shared/model/workspace/attached.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

/** How much is attached to one thing and said about it. */
export type AttachedCount = {
  subject: Subject;
  subjectId: string;
  /** What the thing is called; null once it was removed. */
  about: string | null;
  comments: number;
  unread: number;
  files: number;
};

/** The counts of all things of a release, by their ids, from the two answers its page asks for anyway. */
export function useAttachedCounts(releaseId: string): ReadonlyMap<string, AttachedCount> {
  const comments = useProcedure('comments.list', { releaseId }).data;
  const files = useProcedure('attachments.list', { releaseId }).data;
  return useMemo(() => {
    const counts = new Map<string, AttachedCount>();
    const countOf = ({ subject, subjectId, about }: Pick<AttachedCount, Named>) => {
      const known = counts.get(subjectId);
      const count = known ?? { subject, subjectId, about, comments: 0, unread: 0, files: 0 };
      counts.set(subjectId, count);
      return count;
    };
    for (const comment of comments ?? []) {
      const count = countOf(comment);
      count.comments += 1;
      count.unread += Number(comment.unread);
    }
    for (const file of files ?? []) countOf(file).files += 1;
    return counts;
  }, [comments, files]);
}

type Named = 'subject' | 'subjectId' | 'about';

/** `2 comments, 1 new, 3 files`; empty when there is nothing. */
export function countInWords(count: AttachedCount | undefined): string {
  if (count === undefined) return '';
  const { comments, unread, files } = count;
  return [counted(comments, 'comment'), unread === 0 ? '' : `${unread} new`, counted(files, 'file')]
    .filter((part) => part !== '')
    .join(', ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
