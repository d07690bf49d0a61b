import { mentionPieces } from '#shared/rules/workspace/mentions.ts';
import type { Comment } from '#shared/model/workspace/attached.ts';
import { textPieces } from '../../../components/web-address.ts';
import type { AttachedPage } from './attached-page.ts';
import styles from './comments.module.css';

type CommentTextProps = { comment: Comment; page: AttachedPage };

/** What somebody typed, as text: mentions stand out, web addresses open, nothing else does anything. */
export function CommentText({ comment, page }: CommentTextProps) {
  const { actingId, names } = page;
  const mentioned = names.people.filter(({ id }) => comment.mentions.includes(id));
  return (
    <p className={styles['text']} dir="auto">
      {mentionPieces(comment.text, mentioned).map(({ text, ids }, index) =>
        ids.length === 0 ? (
          <Words key={index} text={text} />
        ) : (
          <span
            key={index}
            className={ids.includes(actingId ?? '') ? styles['me'] : styles['mention']}
          >
            {text}
          </span>
        ),
      )}
    </p>
  );
}

function Words({ text }: { text: string }) {
  return textPieces(text).map(({ text: words, href }, index) =>
    href === null ? (
      words
    ) : (
      <a key={index} href={href} target="_blank" rel="noreferrer noopener">
        {words}
      </a>
    ),
  );
}
