import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Comment } from '#shared/model/workspace/attached.ts';
import { Person } from '../../../components/Person.tsx';
import { When } from '../../../components/When.tsx';
import { whenText } from '../../../components/when-text.ts';
import type { AttachedPage } from './attached-page.ts';
import { CommentBox } from './CommentBox.tsx';
import { CommentText } from './CommentText.tsx';
import type { CommentEdits } from './use-comments.ts';
import styles from './comments.module.css';

type CommentRowProps = {
  comment: Comment;
  page: AttachedPage;
  /** It was unread when the thread came up. */
  isNew: boolean;
  /** It is about a thing that is gone, and stands with the release. */
  isLeft: boolean;
  edits: CommentEdits;
};

/** One comment; whoever wrote it can change it or take it away. */
export function CommentRow({ comment, page, isNew, isLeft, edits }: CommentRowProps) {
  const [editing, setEditing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { names, zone, now, actingId, mayWrite } = page;
  const { byId, at, editedAt } = comment;
  const who = names.person(byId);
  const mine = byId === actingId && mayWrite;
  const remove = async () => setRefusal((await edits.remove(comment))?.message ?? null);
  const about = `comment of ${whenText(at, zone, now)}`;
  return (
    <li className={styles['row']}>
      <Person discOnly name={who} />
      <div className={styles['main']}>
        <p className={styles['head']}>
          <bdi className={styles['who']} title={who}>
            {who}
          </bdi>
          <When at={at} zone={zone} now={now} focusable={false} />
          {editedAt !== null && (
            <span title={`Edited ${whenText(editedAt, zone, now)}`}>edited</span>
          )}
          {isNew && (
            <span className={styles['new']}>
              <span className={styles['dot']} aria-hidden />
              New
            </span>
          )}
          {mine && !editing && (
            <span className={styles['own']}>
              <Button
                size="small"
                variant="text"
                aria-label={`Edit your ${about}`}
                onClick={() => setEditing(true)}
              >
                Edit
              </Button>
              <Button
                size="small"
                variant="text"
                aria-label={`Remove your ${about}`}
                onClick={() => void remove()}
              >
                Remove
              </Button>
            </span>
          )}
        </p>
        {isLeft && (
          <p className={styles['left']}>
            About a {comment.subject.replace('-', ' ')} that was removed since
          </p>
        )}
        {editing ? (
          <CommentBox
            page={page}
            label="Your comment"
            button="Save"
            draft={`comment edit ${comment.id}`}
            text={comment.text}
            send={(text) => edits.change(comment, text)}
            onDone={() => setEditing(false)}
          />
        ) : (
          <CommentText comment={comment} page={page} />
        )}
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
      </div>
    </li>
  );
}
