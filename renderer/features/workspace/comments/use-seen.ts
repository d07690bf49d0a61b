import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Comment } from '#shared/model/workspace/attached.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { AttachedPage } from './attached-page.ts';

/**
 * Marks a thread as read once it is in sight. Gives the comments that were unread when it came up:
 * they stay marked as new for as long as it is looked at.
 */
export function useSeen(
  { release, actingId, mayWrite }: AttachedPage,
  comments: readonly Comment[],
  box: RefObject<HTMLElement | null>,
): ReadonlySet<string> {
  const seen = useCommand('comments.seen').run;
  const isInSight = useInSight(box);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const told = useRef(new Set<string>());
  const unread = comments.filter((comment) => comment.unread);
  const releaseId = release.id;
  const isTold = !isInSight || !mayWrite || actingId === null;

  const missing = unread.filter(({ id }) => !fresh.has(id));
  if (missing.length > 0) setFresh(new Set([...fresh, ...missing.map(({ id }) => id)]));

  useEffect(() => {
    if (isTold) return;
    for (const [subjectId, thread] of Map.groupBy(unread, (comment) => comment.subjectId)) {
      const until = thread
        .map(({ at, editedAt }) => editedAt ?? at)
        .sort()
        .at(-1);
      const key = `${subjectId} ${until}`;
      // Refused once, it would be refused with each answer of the list.
      if (until === undefined || told.current.has(key)) continue;
      told.current.add(key);
      void seen({ releaseId, subjectId, until });
    }
  }, [isTold, unread, releaseId, seen]);
  return fresh;
}

/** True from when the element was first seen; at once where nobody can tell. */
function useInSight(box: RefObject<HTMLElement | null>): boolean {
  const [isInSight, setInSight] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = box.current;
    if (isInSight || element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setInSight(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, isInSight]);
  return isInSight;
}
