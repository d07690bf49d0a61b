import type { ReactNode } from 'react';
import Tooltip from '@mui/material/Tooltip';
import { Check, GitCommitHorizontal, X } from 'lucide-react';
import styles from './Chip.module.css';
import { shortDigest, shortHash } from './short-hash.ts';
import { useCopied } from './use-copied.ts';

/** A version in fixed width; a click copies it. */
export function VersionChip({ version }: { version: string }) {
  return <CopyChip kind="version" value={version} shown={version} icon={null} />;
}

/** A commit by its first digits; a click copies all of it. */
export function CommitChip({ commit }: { commit: string }) {
  const icon = <GitCommitHorizontal className={styles['icon']} size={14} aria-hidden />;
  return <CopyChip kind="commit" value={commit} shown={shortHash(commit)} icon={icon} />;
}

/** A digest by how it was made and its first digits; a click copies all of it. */
export function DigestChip({ digest }: { digest: string }) {
  return <CopyChip kind="digest" value={digest} shown={shortDigest(digest)} icon={null} />;
}

/** A word in a border: the type of a release, a filter in force. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles['tag']}>{children}</span>;
}

type CopyChipProps = { kind: string; value: string; shown: string; icon: ReactNode };

function CopyChip({ kind, value, shown, icon }: CopyChipProps) {
  const [state, copy] = useCopied();
  const words = {
    idle: `Copy ${kind} ${value}`,
    copied: 'Copied',
    refused: 'The browser refused the clipboard; select the text instead',
  };
  const Answer = state === 'refused' ? X : Check;
  return (
    <Tooltip title={words[state]}>
      <button
        type="button"
        className={`${styles['chip']} ${styles[state] ?? ''}`}
        aria-label={`${shown}: ${words[state]}`}
        onClick={(event) => {
          event.stopPropagation();
          copy(value);
        }}
      >
        {state === 'idle' ? icon : <Answer className={styles['icon']} size={12} aria-hidden />}
        <span className={styles['text']}>{shown}</span>
      </button>
    </Tooltip>
  );
}
