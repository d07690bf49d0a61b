import type { Part } from '#shared/model/workspace/search.ts';
import styles from './Palette.module.css';

/** A text with the words that were found in it; marks come as data, never as HTML. */
export function Marked({ parts }: { parts: readonly Part[] }) {
  return (
    <bdi>
      {parts.map(({ text, marked }, index) =>
        marked ? (
          // A line never changes but as a whole, so places are as good as ids.
          <mark key={index} className={styles['mark']}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
