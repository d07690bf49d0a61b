import styles from './HashText.module.css';
import { shortHash } from './short-hash.ts';

// In brackets, so that a split keeps the hashes: they are every second part.
const wholeHash = /\b([0-9a-f]{40,64})\b/;

/** Text in which whole commits and digests stand by their first digits, and in full on hover. */
export function HashText({ text }: { text: string }) {
  return text.split(wholeHash).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={styles['hash']} title={part}>
        {shortHash(part)}
      </span>
    ),
  );
}
